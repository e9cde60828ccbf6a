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
  private long left;

  /** At one pace after the other. */
  Arrivals(Pace... paces) {
    this.paces = paces;
  }

  /** When the first could come. */
  long start() {
    return start;
  }

  /** Whoever was not served before the next pace began has left. */
  boolean isSomebodyHere(long now) {
    if (pace + 1 < paces.length && now >= begin + paces[pace].duration().toNanos()) {
      long all = servedBefore + paces[pace].all();
      left += all - served;
      served = all;
      passOn();
    }
    return !areOver() && at(served + 1) <= now;
  }

  /** How many left because there was no free connection in time. */
  long left() {
    return left;
  }

  /** When the next in line came, in nanoseconds as {@link System#nanoTime}. */
  long next() {
    long came = at(++served);
    if (served - servedBefore == paces[pace].all()) {
      passOn();
    }
    return came;
  }

  private void passOn() {
    begin += paces[pace].duration().toNanos();
    servedBefore = served;
    pace++;
  }

  private long at(long number) {
    return begin + (long) ((number - servedBefore) * paces[pace].gap());
  }

  boolean areOver() {
    return pace == paces.length;
  }
}
