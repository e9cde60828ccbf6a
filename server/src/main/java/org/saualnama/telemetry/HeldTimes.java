package org.saualnama.telemetry;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Measures what people wait for, and tells of a hundred or two at once. Safe for threads. */
final class HeldTimes {
  private final Supplier<Timer> told;
  private final long[] held = new long[2 * Held.LEAST];
  private int size;
  private int enough = Held.enough();

  /**
   * Tells {@code told}, which must not be there before there is something to tell: a name that
   * turns up with a zero tells of the first who came.
   */
  HeldTimes(Supplier<Timer> told) {
    this.told = told;
  }

  synchronized void add(long nanos) {
    held[size++] = nanos;
    if (size >= enough) {
      Timer timer = told.get();
      for (int i = 0; i < size; i++) {
        timer.record(held[i], TimeUnit.NANOSECONDS);
      }
      size = 0;
      enough = Held.enough();
    }
  }
}
