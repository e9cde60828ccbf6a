package org.saualnama.disclosure;

/**
 * Who answered what a row tells of: the two exact numbers that later releases are judged by.
 *
 * @param number how many; not for the public
 * @param keySum of their record keys: equal only if they are the same people
 */
record Answerers(int number, long keySum) {
  /** Fewer people than this may not be all that sets two published groups apart. */
  static final int FEW = 10;

  /** Whether these differ from {@code others} by a few people. */
  boolean differByFewFrom(Answerers others) {
    return keySum != others.keySum && Math.abs(number - others.number) < FEW;
  }

  /** Whether enough have come since to tell anew. */
  boolean areOutdatedBy(ExactRow exact) {
    return exact.answered() - number >= FEW;
  }
}
