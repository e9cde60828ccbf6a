package org.saualnama.load;

import java.util.concurrent.TimeUnit;

/** How long answers took, in steps of 10 microseconds up to 10 seconds. */
final class Latencies {
  private static final long STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(10);

  private final int[] counts = new int[1_000_000];
  private int total;

  void add(long nanos) {
    counts[(int) Math.min(nanos / STEP_NANOS, counts.length - 1)]++;
    total++;
  }

  int total() {
    return total;
  }

  /** So many milliseconds or less took {@code share} of the answers. */
  double millisAt(double share) {
    long left = (long) Math.ceil(share * total);
    int step = 0;
    while (step < counts.length - 1 && left > counts[step]) {
      left -= counts[step++];
    }
    return (step + 1) * STEP_NANOS / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
