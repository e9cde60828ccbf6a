package org.saualnama.estimate;

/** The products that small dense matrices need here; rows first. */
final class Matrices {
  private Matrices() {}

  static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  static double[] times(double[][] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = dot(a[i], b);
    }
    return product;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** a - t b. */
  static double[] minus(double[] a, double t, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - t * b[i];
    }
    return difference;
  }

  /** a' b. */
  static double[][] transposedTimes(double[][] a, double[][] b) {
    double[][] product = new double[a[0].length][b[0].length];
    for (int k = 0; k < a.length; k++) {
      for (int i = 0; i < a[0].length; i++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[k][i] * b[k][j];
        }
      }
    }
    return product;
  }
}
