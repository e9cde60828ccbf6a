package org.saualnama.estimate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of those who really chose an option, of whom only randomised answers are kept.
 *
 * @param kept the share among the kept answers
 */
public record RandomisedShare(RandomisedResponse response, Share kept) {

  /** Without bias, and so below 0 or above 1 now and then. */
  public double estimate() {
    return response.share(kept.share());
  }

  /** As it can be shown: cut off at 0 and 1. */
  public double share() {
    return RandomisedResponse.cut(estimate(), 0, 1);
  }

  /** Of the estimate. */
  public double variance() {
    return response.variance(kept.variance());
  }

  public double standardError() {
    return Math.sqrt(variance());
  }

  /**
   * The variance over that of an equally weighted random sample of as many true answers; none where
   * the share was cut off, for then there is nothing to compare with.
   */
  public OptionalDouble designEffect() {
    return isInside() && kept.n() > 1
        ? OptionalDouble.of(variance() / (share() * (1 - share()) / (kept.n() - 1)))
        : OptionalDouble.empty();
  }

  /** The size of a simple random sample of true answers with this variance; none likewise. */
  public OptionalDouble effectiveSize() {
    return isInside() && variance() > 0
        ? OptionalDouble.of(share() * (1 - share()) / variance())
        : OptionalDouble.empty();
  }

  private boolean isInside() {
    return estimate() > 0 && estimate() < 1;
  }

  /**
   * The interval of the kept share with both ends reckoned back, which covers the true share as
   * often: made of the corrected share itself it would break down where that is cut off.
   */
  public Optional<Interval> interval(IntervalMethod method) {
    return method.of(kept).map(response::interval);
  }
}
