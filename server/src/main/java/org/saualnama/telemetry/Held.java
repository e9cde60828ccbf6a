package org.saualnama.telemetry;

import java.security.SecureRandom;

/** How many must have come before any of them is told of. */
final class Held {
  /** As many newcomers as a release of a sensitive survey waits for at least. */
  static final int LEAST = 100;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Held() {}

  /** Drawn anew each time, so that nobody can fill up all but one and wait for the last. */
  static int enough() {
    return LEAST + RANDOM.nextInt(LEAST);
  }
}
