package org.saualnama.estimate;

import org.saualnama.weighting.SymmetricSystem;

/** What an interaction of rows and columns says beyond both: dummies, made orthogonal to theirs. */
final class Contrasts {
  private Contrasts() {}

  /** By cell, rows fastest, and by each pair of a row and a column but the first ones. */
  static double[][] of(int rows, int columns) {
    double[][] main = main(rows, columns);
    double[][] contrasts = interactions(rows, columns);
    SymmetricSystem system = new SymmetricSystem(Matrices.transposedTimes(main, main));
    double[][] overlap = Matrices.transposedTimes(contrasts, main);
    for (int k = 0; k < overlap.length; k++) {
      double[] b = system.solve(overlap[k]);
      for (int cell = 0; cell < contrasts.length; cell++) {
        for (int j = 0; j < b.length; j++) {
          contrasts[cell][k] -= main[cell][j] * b[j];
        }
      }
    }
    return contrasts;
  }

  private static double[][] main(int rows, int columns) {
    double[][] main = new double[rows * columns][rows + columns - 1];
    for (int cell = 0; cell < main.length; cell++) {
      int row = cell % rows;
      int column = cell / rows;
      main[cell][0] = 1;
      if (row > 0) {
        main[cell][row] = 1;
      }
      if (column > 0) {
        main[cell][rows - 1 + column] = 1;
      }
    }
    return main;
  }

  private static double[][] interactions(int rows, int columns) {
    double[][] dummies = new double[rows * columns][(rows - 1) * (columns - 1)];
    for (int column = 1; column < columns; column++) {
      for (int row = 1; row < rows; row++) {
        dummies[column * rows + row][(column - 1) * (rows - 1) + row - 1] = 1;
      }
    }
    return dummies;
  }
}
