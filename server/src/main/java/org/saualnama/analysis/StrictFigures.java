package org.saualnama.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.saualnama.estimate.Interval;
import org.saualnama.estimate.IntervalMethod;
import org.saualnama.estimate.Mean;
import org.saualnama.estimate.RandomisedMean;
import org.saualnama.estimate.RandomisedResponse;
import org.saualnama.estimate.RandomisedShare;
import org.saualnama.estimate.Share;

/**
 * The metrics of a strict question: of its true answers, or none where only kept ones are known.
 */
record StrictFigures(RandomisedResponse response, IntervalMethod method) {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  /**
   * Of one option.
   *
   * @param kept its share among the kept answers
   */
  OptionalDouble ofOption(Metric metric, Share kept) {
    RandomisedShare real = new RandomisedShare(response, kept);
    return switch (metric) {
      case SHARE -> OptionalDouble.of(real.share());
      case SE, SE_FIXED -> OptionalDouble.of(real.standardError());
      case DEFF -> real.designEffect();
      case N_EFF -> real.effectiveSize();
      case CI_LOW -> bound(real, Interval::lower);
      case CI_HIGH -> bound(real, Interval::upper);
      default -> NONE; // how many really chose it, nobody knows
    };
  }

  private OptionalDouble bound(RandomisedShare real, ToDoubleFunction<Interval> end) {
    return real.interval(method)
        .map(interval -> OptionalDouble.of(end.applyAsDouble(interval)))
        .orElse(NONE);
  }

  /**
   * Of a scale as a whole.
   *
   * @param kept the mean of the kept points
   * @param points by option its value, or NaN
   */
  OptionalDouble ofScale(Metric metric, Optional<Mean> kept, double[] points) {
    Optional<RandomisedMean> real = kept.flatMap(k -> RandomisedMean.of(response, k, points));
    return switch (metric) {
      case MEAN -> of(real, RandomisedMean::mean);
      case MEAN_N -> of(real, mean -> mean.kept().n());
      case MEAN_SE, MEAN_SE_FIXED -> of(real, RandomisedMean::standardError);
      default -> NONE;
    };
  }

  private static OptionalDouble of(
      Optional<RandomisedMean> real, ToDoubleFunction<RandomisedMean> part) {
    return real.map(mean -> OptionalDouble.of(part.applyAsDouble(mean))).orElse(NONE);
  }
}
