package org.saualnama.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Who arrives when: evenly, at a pace that heeds nobody's answers. */
final class Arrivals {
  private final long start = System.nanoTime();
  private final double gap;
  private final long all;
  private long arrived;
  private long served;

  Arrivals(double perSecond, Duration duration) {
    this.gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.all = (long) (duration.toNanos() / gap);
  }

  /** Lets in who should have come by {@code now}. */
  void due(long now) {
    arrived = Math.min(all, (long) ((now - start) / gap));
  }

  boolean isSomebodyHere() {
    return served < arrived;
  }

  /** When the next in line came, in nanoseconds as {@link System#nanoTime}. */
  long next() {
    return start + (long) (++served * gap);
  }

  boolean areOver() {
    return served == all;
  }
}
