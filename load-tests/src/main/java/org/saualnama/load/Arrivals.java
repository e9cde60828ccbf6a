package org.saualnama.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Who arrives when: evenly, at paces that heed nobody's answers. */
final class Arrivals {
  /** So many a second for so long. */
  record Pace(double perSecond, Duration duration) {
    private double gap() {
      return TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    private long all() {
      return (long) (duration.toNanos() / gap());
    }
  }

  private final long start = System.nanoTime();
  private final Pace[] paces;
  private int pace;
  private long begin = start;
  private long servedBefore;
  private long served;

  /** At one pace after the other. */
  Arrivals(Pace... paces) {
    this.paces = paces;
  }

  /** When the first could come. */
  long start() {
    return start;
  }

  boolean isSomebodyHere(long now) {
    return !areOver() && at(served + 1) <= now;
  }

  /** When the next in line came, in nanoseconds as {@link System#nanoTime}. */
  long next() {
    long came = at(++served);
    if (served - servedBefore == paces[pace].all()) {
      begin += paces[pace].duration().toNanos();
      servedBefore = served;
      pace++;
    }
    return came;
  }

  private long at(long number) {
    return begin + (long) ((number - servedBefore) * paces[pace].gap());
  }

  boolean areOver() {
    return pace == paces.length;
  }
}
