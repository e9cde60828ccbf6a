package org.saualnama.disclosure;

/**
 * A row as it is or was published, with the two exact numbers that later releases are judged by.
 *
 * @param answered how many answered; not for the public
 * @param keySum of their record keys: equal only if they are the same people
 */
record RowVersion(ProtectedRow row, int answered, long keySum) {
  /** Fewer people than this may not be all that sets two published groups apart. */
  static final int FEW = 10;

  /** Whether enough have come since to tell anew. */
  boolean isOutdatedBy(ExactRow exact) {
    return exact.answered() - answered >= FEW;
  }

  /** Whether it differs from a group of {@code others} by a few people. */
  boolean differsByFew(int others, long keys) {
    return keySum != keys && Math.abs(answered - others) < FEW;
  }
}
