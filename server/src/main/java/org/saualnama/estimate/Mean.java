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
    double[] weights = new double[points.length];
    long n = 0;
    double total = 0;
    double mean = 0;
    for (int option = 0; option < points.length; option++) {
      for (int g = 0; g < design.profiles() && !Double.isNaN(points[option]); g++) {
        int chosen = domain.has(g) ? counts.chosen(option, g) : 0;
        n += chosen;
        weights[option] += design.weight(g) * chosen;
      }
      total += weights[option];
      mean += weights[option] == 0 ? 0 : weights[option] * points[option];
    }
    return total > 0
        ? Optional.of(of(design, counts, points, domain, weights, n, total, mean / total))
        : Optional.empty();
  }

  private static Mean of(
      Design design,
      Counts counts,
      double[] points,
      Domain domain,
      double[] weights,
      long n,
      double total,
      double mean) {
    Score score = new Score(design.profiles());
    double spread = 0;
    double below = 0;
    double median = Double.NaN;
    for (int option = 0; option < points.length; option++) {
      if (weights[option] == 0) {
        continue;
      }
      double away = points[option] - mean;
      for (int g = 0; g < design.profiles(); g++) {
        score.add(g, domain.has(g) ? counts.chosen(option, g) : 0, away / total);
      }
      spread += weights[option] * away * away / total;
      below += weights[option];
      median = Double.isNaN(median) && below >= total / 2 ? points[option] : median;
    }
    return new Mean(n, mean, score.variance(design), median, spread);
  }

  public double standardError() {
    return Math.sqrt(variance);
  }

  /** The variance over that of an equally weighted random sample of this size. */
  public Optional<Double> designEffect() {
    return n < 2 || spread <= 0 ? Optional.empty() : Optional.of(variance / (spread / (n - 1)));
  }
}
