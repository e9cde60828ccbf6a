package org.saualnama;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process brings about, no longer than it takes. */
public final class Eventually {
  private static final long PAUSE = Duration.ofMillis(10).toNanos();
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private Eventually() {}

  /** Looks until it holds; fails naming {@code what} after a minute. */
  public static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still not: " + what);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
