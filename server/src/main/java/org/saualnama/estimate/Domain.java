package org.saualnama.estimate;

import java.util.function.IntPredicate;

/** The profiles that a figure is about: all, or those of some segment categories. */
public interface Domain {
  /** Everybody. */
  Domain ALL = g -> true;

  boolean has(int g);

  /** As a domain. */
  static Domain of(IntPredicate profiles) {
    return profiles::test;
  }
}
