package org.saualnama.estimate;

/**
 * The weighted shares of a table's cells among all in it, and their linearised covariance
 * (STATISTICS 1.9, 1.13).
 */
final class CellCovariance {
  private final Design design;
  private final JointCounts joint;
  private final int cells;
  private final double total;
  private final double[] shares;
  private final int[] answered;

  CellCovariance(Design design, JointCounts joint) {
    this.design = design;
    this.joint = joint;
    this.cells = joint.rows() * joint.columns();
    this.shares = new double[cells];
    this.answered = new int[design.profiles()];
    double sum = 0;
    for (int cell = 0; cell < cells; cell++) {
      for (int g = 0; g < answered.length; g++) {
        answered[g] += joint.count(cell, g);
        shares[cell] += design.weight(g) * joint.count(cell, g);
      }
      sum += shares[cell];
    }
    this.total = sum;
    for (int cell = 0; cell < cells && sum > 0; cell++) {
      shares[cell] /= sum;
    }
  }

  /** By cell; all 0 if nobody is in the table. */
  double[] shares() {
    return shares;
  }

  /** By pair of cells. */
  double[][] covariance() {
    double[][] sums = new double[cells][];
    double[][] explained = new double[cells][];
    double[] rest = new double[cells];
    for (int s = 0; s < cells; s++) {
      sums[s] = sums(s);
      explained[s] = design.explained(sums[s]);
      for (int g = 0; g < answered.length; g++) {
        double n = design.sample().count(g);
        rest[s] += design.weight(g) * (sums[s][g] - n * explained[s][g]);
      }
    }
    double n = design.sample().respondents();
    double[][] covariance = new double[cells][cells];
    for (int s = 0; s < cells; s++) {
      for (int t = 0; t <= s; t++) {
        double q = products(s, t, sums, explained);
        covariance[s][t] = n / (n - 1) * (q - rest[s] * rest[t] / n);
        covariance[t][s] = covariance[s][t];
      }
    }
    return covariance;
  }

  /** The scores of cell {@code s}, (1[cell] - share) / W, summed by profile. */
  private double[] sums(int s) {
    double[] sums = new double[answered.length];
    for (int g = 0; g < sums.length; g++) {
      sums[g] = (joint.count(s, g) - answered[g] * shares[s]) / total;
    }
    return sums;
  }

  private double products(int s, int t, double[][] sums, double[][] explained) {
    double q = 0;
    for (int g = 0; g < answered.length; g++) {
      double both = s == t ? joint.count(s, g) : 0;
      double scores =
          both
              - shares[t] * joint.count(s, g)
              - shares[s] * joint.count(t, g)
              + answered[g] * shares[s] * shares[t];
      double w = design.weight(g);
      double fs = explained[s][g];
      double ft = explained[t][g];
      double n = design.sample().count(g);
      q += w * w * (scores / (total * total) - fs * sums[t][g] - ft * sums[s][g] + n * fs * ft);
    }
    return q;
  }
}
