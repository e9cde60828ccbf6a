package org.saualnama.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a crowd met with, by when each of it came: half a second after half a second. */
final class Timeline implements Found {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int COUNTED = 201;

  /** Those who came within some time. */
  static final class Part {
    private final Histogram accepted = new Histogram(LONGEST, 3);
    private final Histogram served = new Histogram(LONGEST, 3);
    private final Histogram refused = new Histogram(LONGEST, 3);
    private final Histogram late = new Histogram(LONGEST, 3);
    private final Map<Integer, Integer> byStatus = new TreeMap<>();

    private void add(Part other) {
      accepted.add(other.accepted);
      served.add(other.served);
      refused.add(other.refused);
      late.add(other.late);
      other.byStatus.forEach((status, count) -> byStatus.merge(status, count, Integer::sum));
    }

    /** How many were counted. */
    long counted() {
      return accepted.getTotalCount();
    }

    long refused() {
      return refused.getTotalCount();
    }

    /** So many milliseconds or less took {@code percent} of those who were counted. */
    double millisAt(double percent) {
      return accepted.getValueAtPercentile(percent) / 1e6;
    }

    /**
     * The same since their submissions were sent, which is what the server can do something for.
     */
    double servedMillisAt(double percent) {
      return served.getValueAtPercentile(percent) / 1e6;
    }

    double refusedMillisAt(double percent) {
      return refused.getValueAtPercentile(percent) / 1e6;
    }

    /** The same for how late the generator was with what it sent. */
    double lateMillisAt(double percent) {
      return late.getValueAtPercentile(percent) / 1e6;
    }

    String byStatus() {
      return byStatus.toString();
    }
  }

  private final long start;
  private final Map<Long, Part> parts = new TreeMap<>();
  private int failures;
  private String failure = "";

  /**
   * Nothing yet.
   *
   * @param start in nanoseconds as {@link System#nanoTime}
   */
  Timeline(long start) {
    this.start = start;
  }

  @Override
  public void answered(int status, long since, long sent, long now) {
    Part part = parts.computeIfAbsent((since - start) / STEP, step -> new Part());
    (status == COUNTED ? part.accepted : part.refused).recordValue(Math.min(now - since, LONGEST));
    if (status == COUNTED) {
      part.served.recordValue(Math.min(now - sent, LONGEST));
    }
    part.late.recordValue(Math.max(0, Math.min(sent - since, LONGEST)));
    part.byStatus.merge(status, 1, Integer::sum);
  }

  @Override
  public void visited() {
    // Each is one request.
  }

  @Override
  public void failed(Throwable cause) {
    failures++;
    failure = String.valueOf(cause.getMessage());
  }

  @Override
  public void ended() {
    // Everything is told by when it began.
  }

  /** All who came between these times after the start. */
  Part between(Duration from, Duration to) {
    Part all = new Part();
    parts.forEach(
        (step, part) -> {
          if (step * STEP >= from.toNanos() && step * STEP < to.toNanos()) {
            all.add(part);
          }
        });
    return all;
  }

  /**
   * How long after {@code from} the accepted were slower than {@code millis} for the last time, at
   * p99.
   */
  Duration calmAfter(Duration from, double millis) {
    Duration calm = Duration.ZERO;
    for (Map.Entry<Long, Part> entry : parts.entrySet()) {
      long end = (entry.getKey() + 1) * STEP;
      boolean slow = entry.getValue().millisAt(99) > millis || entry.getValue().refused() > 0;
      if (end > from.toNanos() && slow) {
        calm = Duration.ofNanos(end).minus(from);
      }
    }
    return calm;
  }

  /** What went wrong besides. */
  String failures() {
    return failures == 0 ? "none" : failures + ": " + failure;
  }
}
