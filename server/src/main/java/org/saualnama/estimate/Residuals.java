package org.saualnama.estimate;

/**
 * What the margins leave unexplained of one statistic: e = u - f with f = x'B (STATISTICS 1.7).
 *
 * <p>As f is linear in B, sums over all profiles come down to a few numbers for each column of x,
 * and a statistic costs no more than the profiles whose people count in it.
 */
final class Residuals {
  private final Design design;
  private final double[] coefficients;
  private final double[] overlap;
  private final double[] spread;
  private final double rest;

  /** Of {@code score} in {@code design}. */
  Residuals(Design design, Score score) {
    this.design = design;
    double[] based = new double[design.columns()];
    this.overlap = new double[design.columns()];
    double sum = 0;
    for (int i = 0; i < score.size(); i++) {
      int g = score.profile(i);
      double w = design.weight(g);
      double u = score.sum(i);
      sum += w * u;
      design.dummies().add(g, w * w * u, overlap);
      design.dummies().add(g, design.sample().base(g) * u, based);
    }
    this.coefficients = design.equations().solve(based);
    this.spread = Matrices.times(design.squares(), coefficients);
    this.rest = sum - Matrices.dot(design.totals(), coefficients);
  }

  private Residuals(
      Design design, double[] coefficients, double[] overlap, double[] spread, double rest) {
    this.design = design;
    this.coefficients = coefficients;
    this.overlap = overlap;
    this.spread = spread;
    this.rest = rest;
  }

  /** Of this statistic less {@code times} the other. */
  Residuals minus(double times, Residuals other) {
    return new Residuals(
        design,
        Matrices.minus(coefficients, times, other.coefficients),
        Matrices.minus(overlap, times, other.overlap),
        Matrices.minus(spread, times, other.spread),
        rest - times * other.rest);
  }

  /** f by profile. */
  double[] explained() {
    return design.dummies().times(coefficients);
  }

  /**
   * The covariance of both statistics, n/(n-1) (Q - R S/n), n being the whole sample (STATISTICS
   * 1.9).
   *
   * @param products the sum of w^2 u v over all respondents
   * @return 0 for fewer than two respondents
   */
  double covariance(Residuals other, double products) {
    double q =
        products
            - Matrices.dot(coefficients, other.overlap)
            - Matrices.dot(other.coefficients, overlap)
            + Matrices.dot(coefficients, other.spread);
    double n = design.sample().respondents();
    return n < 2 ? 0 : n / (n - 1) * (q - rest * other.rest / n);
  }
}
