package org.saualnama.estimate;

/**
 * The weighted shares of a table's cells among all in it, and their linearised covariance
 * (STATISTICS 1.9, 1.13).
 */
final class CellCovariance {
  private final Design design;
  private final JointCounts joint;
  private final double[] shares;
  private final double[] squares;
  private double total;
  private double square;

  CellCovariance(Design design, JointCounts joint) {
    this.design = design;
    this.joint = joint;
    this.shares = new double[joint.rows() * joint.columns()];
    this.squares = new double[shares.length];
    for (int cell = 0; cell < shares.length; cell++) {
      for (int g : joint.profiles(cell)) {
        double w = design.weight(g);
        shares[cell] += w * joint.count(cell, g);
        squares[cell] += w * w * joint.count(cell, g);
      }
      total += shares[cell];
      square += squares[cell];
    }
    for (int cell = 0; cell < shares.length && total > 0; cell++) {
      shares[cell] /= total;
    }
  }

  /** By cell; all 0 if nobody is in the table. */
  double[] shares() {
    return shares;
  }

  /** By pair of cells. */
  double[][] covariance() {
    Residuals[] residuals = residuals();
    double[][] covariance = new double[shares.length][shares.length];
    for (int s = 0; s < shares.length; s++) {
      for (int t = 0; t <= s; t++) {
        covariance[s][t] = residuals[s].covariance(residuals[t], products(s, t));
        covariance[t][s] = covariance[s][t];
      }
    }
    return covariance;
  }

  /** Of u = (1[cell] - share) / W by cell: those of 1[cell] less the share of their sum. */
  private Residuals[] residuals() {
    Residuals[] residuals = new Residuals[shares.length];
    Residuals all = new Residuals(design, new Score(new int[0]));
    for (int cell = 0; cell < shares.length; cell++) {
      int[] profiles = joint.profiles(cell);
      Score score = new Score(profiles);
      for (int i = 0; i < profiles.length; i++) {
        score.add(i, joint.count(cell, profiles[i]), 1 / total);
      }
      residuals[cell] = new Residuals(design, score);
      all = all.minus(-1, residuals[cell]);
    }
    for (int cell = 0; cell < shares.length; cell++) {
      residuals[cell] = residuals[cell].minus(shares[cell], all);
    }
    return residuals;
  }

  /** The sum of w^2 u v, u and v being the scores of both cells. */
  private double products(int s, int t) {
    double both = s == t ? squares[s] : 0;
    double sum =
        both - shares[t] * squares[s] - shares[s] * squares[t] + square * shares[s] * shares[t];
    return sum / (total * total);
  }
}
