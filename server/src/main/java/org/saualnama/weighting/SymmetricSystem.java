package org.saualnama.weighting;

/**
 * A symmetric, positive semidefinite system, factored once by Cholesky's method. A column that
 * depends on those before it is left out: margins often overlap (a city is urban), and any solution
 * gives the same fitted values.
 */
public final class SymmetricSystem {
  private static final double DEPENDENT = 1e-10;

  private final double[][] lower;
  private final boolean[] left;

  /** Factors {@code matrix}, which stays as it is. */
  public SymmetricSystem(double[][] matrix) {
    int n = matrix.length;
    this.lower = new double[n][n];
    this.left = new boolean[n];
    for (int j = 0; j < n; j++) {
      double pivot = matrix[j][j] - dot(j, j, j);
      left[j] = pivot <= DEPENDENT * Math.max(matrix[j][j], Double.MIN_NORMAL);
      if (!left[j]) {
        lower[j][j] = Math.sqrt(pivot);
        for (int i = j + 1; i < n; i++) {
          lower[i][j] = (matrix[i][j] - dot(i, j, j)) / lower[j][j];
        }
      }
    }
  }

  private double dot(int row, int other, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += lower[row][k] * lower[other][k];
    }
    return sum;
  }

  /** A solution for the right-hand side {@code b}; 0 for each column left out. */
  public double[] solve(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] = left[i] ? 0 : x[i] / lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] = left[i] ? 0 : x[i] / lower[i][i];
    }
    return x;
  }
}
