package org.saualnama.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a crowd met with. */
final class Findings implements Found {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

  private final long start = System.nanoTime();
  private final Histogram latencies = new Histogram(LONGEST, 3);
  private final Map<Integer, Integer> byStatus = new TreeMap<>();
  private long visits;
  private int failures;
  private String failure = "";
  private Duration duration = Duration.ZERO;

  @Override
  public void answered(int status, long since, long sent, long now) {
    latencies.recordValue(Math.min(Math.max(now - since, 1), LONGEST));
    byStatus.merge(status, 1, Integer::sum);
  }

  @Override
  public void visited() {
    visits++;
  }

  @Override
  public void failed(Throwable cause) {
    failures++;
    failure = String.valueOf(cause.getMessage());
  }

  @Override
  public void ended() {
    duration = Duration.ofNanos(System.nanoTime() - start);
  }

  /** How long it took. */
  double seconds() {
    return duration.toNanos() / 1e9;
  }

  /** Whole visits a second. */
  double perSecond() {
    return visits / seconds();
  }

  /** How many requests were answered. */
  long requests() {
    return latencies.getTotalCount();
  }

  /** So many milliseconds or less took {@code percent} of the answers. */
  double millisAt(double percent) {
    return latencies.getValueAtPercentile(percent) / 1e6;
  }

  /** How many answers by status, and what went wrong besides. */
  String told() {
    return failures == 0 ? byStatus.toString() : byStatus + ", " + failures + " failed: " + failure;
  }
}
