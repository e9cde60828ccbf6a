package org.saualnama.survey;

import java.time.Duration;

/**
 * What a release waits for.
 *
 * @param minNewcomers submissions in the ballot box
 * @param minGrowth newcomers as a share of the responses released before (0.25 is a quarter)
 * @param minInterval time since the last release, by the database's clock
 */
public record ReleasePolicy(Integer minNewcomers, Double minGrowth, Duration minInterval) {

  /** Closing cuts a last release if at least so many are left. */
  public static final int LEAST_AT_CLOSING = 10;

  /** Only a demonstration, which holds no real answers, may be so fast. */
  public static final ReleasePolicy DEMO = new ReleasePolicy(100, 0.0, Duration.ZERO);

  ReleasePolicy orElse(ReleasePolicy other) {
    return new ReleasePolicy(
        minNewcomers == null ? other.minNewcomers : minNewcomers,
        minGrowth == null ? other.minGrowth : minGrowth,
        minInterval == null ? other.minInterval : minInterval);
  }

  /** How many newcomers the next release needs after {@code released} responses. */
  public long newcomersNeeded(long released) {
    return Math.max(minNewcomers, (long) Math.ceil(minGrowth * released));
  }
}
