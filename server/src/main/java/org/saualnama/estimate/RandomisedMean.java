package org.saualnama.estimate;

import java.util.Arrays;
import java.util.Optional;

/**
 * The mean of what was really chosen on a scale, of which only randomised answers are kept.
 *
 * @param kept the mean of the kept points
 * @param mean cut off at the ends of the scale
 */
public record RandomisedMean(RandomisedResponse response, Mean kept, double mean) {

  /**
   * Of a scale every code of which is a point; of others it would take a ratio of two estimates.
   *
   * @param points by option its value, or NaN
   * @return empty if some code is no point
   */
  public static Optional<RandomisedMean> of(
      RandomisedResponse response, Mean kept, double[] points) {
    if (Arrays.stream(points).anyMatch(Double::isNaN)) {
      return Optional.empty();
    }
    double middle = Arrays.stream(points).average().orElseThrow();
    double least = Arrays.stream(points).min().orElseThrow();
    double most = Arrays.stream(points).max().orElseThrow();
    double mean = RandomisedResponse.cut(response.mean(kept.mean(), middle), least, most);
    return Optional.of(new RandomisedMean(response, kept, mean));
  }

  public double standardError() {
    return response.standardError(kept.standardError());
  }
}
