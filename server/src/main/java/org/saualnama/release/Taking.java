package org.saualnama.release;

/** What a release takes. */
enum Taking {
  /** There is none: too few wait, or it is too soon. */
  NOTHING,
  /** Imported interviews alone; the ballot box stays closed. */
  IMPORTED,
  /** The ballot box is opened, and imported interviews go along. */
  ALL
}
