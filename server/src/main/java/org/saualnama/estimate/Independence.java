package org.saualnama.estimate;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.saualnama.weighting.SymmetricSystem;

/**
 * Whether the rows and columns of a weighted table are independent: Pearson's statistic with the
 * second-order correction of Rao and Scott (1984, Annals of Statistics 12:46-60; STATISTICS 1.13).
 *
 * @param f the corrected statistic
 * @param numerator its degrees of freedom
 * @param denominator those of the denominator
 * @param firstOrder the p-value with the first-order correction only
 */
public record Independence(
    double f, double numerator, double denominator, double pValue, double firstOrder) {

  /** A design effect no larger than this is rounding: the margins fix the whole table. */
  private static final double ROUNDING = 1e-9;

  /**
   * Empty if the table has, without its empty levels, only one row or column, or if the margins fix
   * it, so that chance has no part in it.
   */
  public static Optional<Independence> test(Design design, JointCounts joint) {
    JointCounts table = Levels.withoutEmpty(design, joint);
    if (table.rows() < 2 || table.columns() < 2) {
      return Optional.empty();
    }
    CellCovariance cells = new CellCovariance(design, table);
    double[] shares = cells.shares();
    double[][] delta = delta(table, shares, cells.covariance());
    double trace = 0;
    double square = 0;
    for (int i = 0; i < delta.length; i++) {
      trace += delta[i][i];
      for (int j = 0; j < delta.length; j++) {
        square += delta[i][j] * delta[j][i];
      }
    }
    return trace > ROUNDING && square > 0
        ? Optional.of(of(pearson(table, shares), trace, square, delta.length, design))
        : Optional.empty();
  }

  private static Independence of(
      double pearson, double trace, double square, int q, Design design) {
    double f = pearson / trace;
    double numerator = trace * trace / square;
    double denominator = numerator * (design.sample().respondents() - 1);
    return new Independence(
        f,
        numerator,
        denominator,
        FDistribution.of(numerator, denominator).survivalProbability(f),
        ChiSquaredDistribution.of(q).survivalProbability(pearson / (trace / q)));
  }

  private static double pearson(JointCounts table, double[] shares) {
    double[] row = new double[table.rows()];
    double[] column = new double[table.columns()];
    for (int cell = 0; cell < shares.length; cell++) {
      row[cell % row.length] += shares[cell];
      column[cell / row.length] += shares[cell];
    }
    double sum = 0;
    for (int cell = 0; cell < shares.length; cell++) {
      double expected = row[cell % row.length] * column[cell / row.length];
      sum += (shares[cell] - expected) * (shares[cell] - expected) / expected;
    }
    return sum;
  }

  /** The generalised design effects: (C' D C)^-1 (C' D V D C), D = diag(1 / share). */
  private static double[][] delta(JointCounts table, double[] shares, double[][] covariance) {
    double[][] contrasts = Contrasts.of(table.rows(), table.columns());
    int q = contrasts[0].length;
    double[][] scaled = new double[shares.length][q];
    for (int cell = 0; cell < shares.length; cell++) {
      for (int k = 0; k < q; k++) {
        scaled[cell][k] = shares[cell] > 0 ? contrasts[cell][k] / shares[cell] : 0;
      }
    }
    SymmetricSystem simple = new SymmetricSystem(Matrices.transposedTimes(contrasts, scaled));
    double[][] real = Matrices.transposedTimes(scaled, Matrices.times(covariance, scaled));
    double[][] delta = new double[q][];
    for (int k = 0; k < q; k++) {
      // Columns of the answer as rows: traces don't mind.
      delta[k] = simple.solve(real[k]);
    }
    return delta;
  }
}
