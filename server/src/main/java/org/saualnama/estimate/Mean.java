package org.saualnama.estimate;

import java.util.Optional;

/**
 * The weighted mean and median of a scale among those of a domain who gave a point on it
 * (STATISTICS 1.8).
 *
 * @param n how many did, unweighted
 * @param variance of the mean, linearised
 * @param median the lowest point that half of the weight is not above
 * @param spread the variance of the points themselves
 */
public record Mean(long n, double mean, double variance, double median, double spread) {

  /**
   * Of the options that are points; the others (hard to say) don't count.
   *
   * @param points by option its value, ascending, or NaN
   * @return empty if nobody gave one
   */
  public static Optional<Mean> of(Design design, Counts counts, double[] points, Domain domain) {
    int[] profiles = counts.answerers(domain);
    double[] weights = new double[points.length];
    long n = 0;
    double total = 0;
    double sum = 0;
    for (int option = 0; option < points.length; option++) {
      for (int i = 0; i < profiles.length && !Double.isNaN(points[option]); i++) {
        int chosen = counts.chosen(option, profiles[i]);
        n += chosen;
        weights[option] += design.weight(profiles[i]) * chosen;
      }
      total += weights[option];
      sum += weights[option] == 0 ? 0 : weights[option] * points[option];
    }
    if (total <= 0) {
      return Optional.empty();
    }
    double mean = sum / total;
    double variance = score(counts, points, profiles, mean, total).variance(design);
    return Optional.of(
        new Mean(n, mean, variance, median(points, weights, total), spread(points, weights, mean)));
  }

  /** u = (x - mean) / W for each point x. */
  private static Score score(
      Counts counts, double[] points, int[] profiles, double mean, double total) {
    Score score = new Score(profiles);
    for (int option = 0; option < points.length; option++) {
      for (int i = 0; i < profiles.length && !Double.isNaN(points[option]); i++) {
        score.add(i, counts.chosen(option, profiles[i]), (points[option] - mean) / total);
      }
    }
    return score;
  }

  private static double median(double[] points, double[] weights, double total) {
    double below = 0;
    for (int option = 0; option < points.length; option++) {
      below += weights[option];
      if (below >= total / 2) {
        return points[option];
      }
    }
    throw new IllegalStateException("the weights sum to the total");
  }

  private static double spread(double[] points, double[] weights, double mean) {
    double spread = 0;
    double total = 0;
    for (int option = 0; option < points.length; option++) {
      if (weights[option] > 0) {
        spread += weights[option] * (points[option] - mean) * (points[option] - mean);
        total += weights[option];
      }
    }
    return spread / total;
  }

  public double standardError() {
    return Math.sqrt(variance);
  }

  /** The variance over that of an equally weighted random sample of this size. */
  public Optional<Double> designEffect() {
    return n < 2 || spread <= 0 ? Optional.empty() : Optional.of(variance / (spread / (n - 1)));
  }
}
