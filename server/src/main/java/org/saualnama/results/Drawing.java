package org.saualnama.results;

import java.util.Locale;

/** How the figures of a table can be drawn. */
public enum Drawing {
  /** A bar for each answer, with its interval. */
  BARS,
  /** One bar of all answers for each line. */
  STACK,
  /** The same, the answers of one end to the left and of the other to the right. */
  DIVERGING,
  /** A dot with its interval for each line and answer. */
  DOTS,
  /** A square for each place. */
  MAP;

  /** As scripts know it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
