package org.saualnama.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two shares are apart, with the t test that they are the same (STATISTICS 1.12).
 *
 * @param t NaN where there is no test: see {@code pValue}
 * @param degrees of freedom
 * @param pValue two-sided; 1 where both shares are the same without any variance, and NaN where
 *     they differ without any, or where one side is fewer than two people: such a variance says
 *     nothing
 */
public record Difference(
    double difference, double variance, double t, long degrees, double pValue) {

  /** What is no larger than this is rounding. */
  private static final double ROUNDING = 1e-12;

  static Difference of(double difference, double variance, long degrees) {
    if (Math.abs(difference) <= ROUNDING) {
      return new Difference(difference, variance, 0, degrees, 1);
    }
    if (variance <= 0) {
      return new Difference(difference, variance, Double.NaN, degrees, Double.NaN);
    }
    double t = difference / Math.sqrt(variance);
    double tail = TDistribution.of((double) Math.max(1, degrees)).survivalProbability(Math.abs(t));
    return new Difference(difference, variance, t, degrees, 2 * tail);
  }

  private static Difference of(double difference, double variance, long a, long b) {
    Difference tested = of(difference, variance, a + b - 2);
    return Math.min(a, b) < 2
        ? new Difference(difference, variance, Double.NaN, a + b - 2, Double.NaN)
        : tested;
  }

  /** Whether anything can be said about chance. */
  public boolean isTested() {
    return !Double.isNaN(pValue);
  }

  public double standardError() {
    return Math.sqrt(variance);
  }

  /**
   * Of one option between two domains that nobody is in both of: their weights share the margins,
   * so their covariance counts.
   */
  public static Difference between(Shares a, Shares b, int option) {
    Score score = a.score(option).minusDisjoint(b.score(option));
    return of(a.share(option) - b.share(option), score.variance(a.design()), a.n(), b.n());
  }

  /**
   * Of one option between two releases, all respondents of the earlier being among those of the
   * later: what both have in common cancels out.
   */
  public static Difference sinceRelease(Shares earlier, Shares later, int option) {
    return of(
        later.share(option) - earlier.share(option),
        new NestedScores(earlier, later, option).variance(),
        earlier.n(),
        later.n());
  }

  /** Of two shares from samples that know nothing of each other, such as waves. */
  public static Difference independent(Share a, Share b) {
    return of(a.share() - b.share(), a.variance() + b.variance(), a.n(), b.n());
  }
}
