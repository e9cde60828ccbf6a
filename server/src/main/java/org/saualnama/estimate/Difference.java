package org.saualnama.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two shares are apart, with the t test that they are the same (STATISTICS 1.12).
 *
 * @param degrees of freedom
 * @param pValue two-sided; 1 where both shares are the same without any variance
 */
public record Difference(
    double difference, double variance, double t, long degrees, double pValue) {

  static Difference of(double difference, double variance, long degrees) {
    double error = Math.sqrt(variance);
    double t = error > 0 ? difference / error : 0;
    double p =
        error > 0
            ? 2 * TDistribution.of((double) Math.max(1, degrees)).survivalProbability(Math.abs(t))
            : difference == 0 ? 1 : 0;
    return new Difference(difference, variance, t, degrees, p);
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
    return of(a.share(option) - b.share(option), score.variance(a.design()), a.n() + b.n() - 2);
  }

  /**
   * Of one option between two releases, all respondents of the earlier being among those of the
   * later: what both have in common cancels out.
   */
  public static Difference sinceRelease(Shares earlier, Shares later, int option) {
    return of(
        later.share(option) - earlier.share(option),
        new NestedScores(earlier, later, option).variance(),
        earlier.n() + later.n() - 2);
  }

  /** Of two shares from samples that know nothing of each other, such as waves. */
  public static Difference independent(Share a, Share b) {
    return of(a.share() - b.share(), a.variance() + b.variance(), a.n() + b.n() - 2);
  }
}
