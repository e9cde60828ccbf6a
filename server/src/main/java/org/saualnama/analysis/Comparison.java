package org.saualnama.analysis;

import java.util.Locale;

/** What is compared with what. */
public enum Comparison {
  NONE,
  /** Each category of the segments with each other. */
  PAIRWISE,
  /** Collectors: open link against invited as a test of bias, or one wave with the next. */
  COLLECTORS,
  /** Each release with the one before it: the same people and some more. */
  RELEASES;

  /** As it is written in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
