package org.saualnama.telemetry;

import io.micrometer.core.instrument.Counter;
import java.util.function.Supplier;

/** Counts what people do, and tells of a hundred or two at once. Safe for threads. */
final class HeldCount {
  private final Supplier<Counter> told;
  private long held;
  private int enough = Held.enough();

  /** Tells {@code told}, which is there only once there is something to tell. */
  HeldCount(Supplier<Counter> told) {
    this.told = told;
  }

  synchronized void add(long many) {
    held += many;
    if (held >= enough) {
      told.get().increment((double) held);
      held = 0;
      enough = Held.enough();
    }
  }
}
