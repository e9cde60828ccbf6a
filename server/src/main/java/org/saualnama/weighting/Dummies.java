package org.saualnama.weighting;

import java.util.Arrays;
import java.util.List;

/**
 * The regressors of calibration: an intercept and, of each margin, every level that somebody has
 * but the first. Each is 0 or 1, so a profile is the list of its ones.
 */
public final class Dummies {
  private final int columns;
  private final int[][] ones;
  private final double[] totals;

  private Dummies(int columns, int[][] ones, double[] totals) {
    this.columns = columns;
    this.ones = ones;
    this.totals = totals;
  }

  /** The regressors of these margins. */
  public static Dummies of(Sample sample, List<TargetTotals> margins) {
    int[][] columnOf = new int[margins.size()][];
    int columns = 1;
    for (int j = 0; j < margins.size(); j++) {
      TargetTotals margin = margins.get(j);
      columnOf[j] = new int[margin.levels()];
      boolean first = true;
      for (int level = 0; level < margin.levels(); level++) {
        boolean some = margin.total(level) > 0;
        columnOf[j][level] = some && !first ? columns++ : 0;
        first &= !some;
      }
    }
    double[] totals = new double[columns];
    totals[0] = sample.total();
    for (int j = 0; j < columnOf.length; j++) {
      for (int level = 0; level < columnOf[j].length; level++) {
        if (columnOf[j][level] > 0) {
          totals[columnOf[j][level]] = margins.get(j).total(level);
        }
      }
    }
    return new Dummies(columns, ones(sample, margins, columnOf), totals);
  }

  /** No regressors at all. */
  public static Dummies none(Sample sample) {
    return new Dummies(0, new int[sample.profiles()][0], new double[0]);
  }

  private static int[][] ones(Sample sample, List<TargetTotals> margins, int[][] columnOf) {
    int[][] ones = new int[sample.profiles()][];
    int[] room = new int[margins.size() + 1];
    for (int g = 0; g < ones.length; g++) {
      int used = 1; // the intercept, column 0
      for (int j = 0; j < columnOf.length; j++) {
        int column = columnOf[j][margins.get(j).levelOf(g)];
        if (column > 0) {
          room[used++] = column;
        }
      }
      ones[g] = Arrays.copyOf(room, used);
    }
    return ones;
  }

  int columns() {
    return columns;
  }

  /** What each column shall sum to. */
  double[] totals() {
    return totals.clone();
  }

  /** x_g' b for each profile. */
  public double[] times(double[] b) {
    double[] product = new double[ones.length];
    for (int g = 0; g < ones.length; g++) {
      for (int column : ones[g]) {
        product[g] += b[column];
      }
    }
    return product;
  }

  /** The sum of v_g x_g. */
  public double[] sum(double[] v) {
    double[] sum = new double[columns];
    for (int g = 0; g < ones.length; g++) {
      add(g, v[g], sum);
    }
    return sum;
  }

  /** Adds v x_g to {@code sum}. */
  public void add(int g, double v, double[] sum) {
    for (int column : ones[g]) {
      sum[column] += v;
    }
  }

  /** The sum of v_g x_g x_g'. */
  public double[][] products(double[] v) {
    double[][] matrix = new double[columns][columns];
    for (int g = 0; g < ones.length; g++) {
      // The columns ascend: one half is summed, and is the other half too.
      for (int i = 0; i < ones[g].length; i++) {
        double[] row = matrix[ones[g][i]];
        for (int j = 0; j <= i; j++) {
          row[ones[g][j]] += v[g];
        }
      }
    }
    for (int row = 0; row < columns; row++) {
      for (int column = 0; column < row; column++) {
        matrix[column][row] = matrix[row][column];
      }
    }
    return matrix;
  }

  /** The normal equations with these products. */
  public SymmetricSystem equations(double[] v) {
    return new SymmetricSystem(products(v));
  }
}
