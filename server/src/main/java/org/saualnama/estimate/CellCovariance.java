package org.saualnama.estimate;

/**
 * The weighted shares of a table's cells among all in it, and their linearised covariance
 * (STATISTICS 1.9, 1.13).
 */
final class CellCovariance {
  private final Design design;
  private final JointCounts joint;
  private final int[] profiles;
  private final double[] shares;
  private final double[] squares;
  private double total;
  private double square;

  CellCovariance(Design design, JointCounts joint) {
    this.design = design;
    this.joint = joint;
    this.profiles = joint.profiles();
    this.shares = new double[joint.rows() * joint.columns()];
    this.squares = new double[shares.length];
    for (int cell = 0; cell < shares.length; cell++) {
      for (int g : profiles) {
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
    Residuals[] residuals = new Residuals[shares.length];
    double[][] covariance = new double[shares.length][shares.length];
    for (int s = 0; s < shares.length; s++) {
      residuals[s] = new Residuals(design, score(s));
      for (int t = 0; t <= s; t++) {
        covariance[s][t] = residuals[s].covariance(residuals[t], products(s, t));
        covariance[t][s] = covariance[s][t];
      }
    }
    return covariance;
  }

  /** u = (1[cell] - share) / W for all in the table. */
  private Score score(int s) {
    Score score = new Score(profiles);
    for (int i = 0; i < profiles.length; i++) {
      int chosen = joint.count(s, profiles[i]);
      int others = joint.answered(profiles[i]) - chosen;
      score.add(i, chosen, (1 - shares[s]) / total).add(i, others, -shares[s] / total);
    }
    return score;
  }

  /** The sum of w^2 u v, u and v being the scores of both cells. */
  private double products(int s, int t) {
    double both = s == t ? squares[s] : 0;
    double sum =
        both - shares[t] * squares[s] - shares[s] * squares[t] + square * shares[s] * shares[t];
    return sum / (total * total);
  }
}
