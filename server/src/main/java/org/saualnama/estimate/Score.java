package org.saualnama.estimate;

/**
 * The linearised values u of one statistic, of which its variance only needs two sums by profile;
 * who is not named in either has u = 0.
 */
final class Score {
  private final double[] sums;
  private final double[] squares;

  Score(int profiles) {
    this.sums = new double[profiles];
    this.squares = new double[profiles];
  }

  /** Adds {@code count} respondents of profile {@code g}, each with the value {@code u}. */
  Score add(int g, double count, double u) {
    sums[g] += count * u;
    squares[g] += count * u * u;
    return this;
  }

  /** Of the difference to {@code other}, in which nobody counts who counts in this. */
  Score minusDisjoint(Score other) {
    Score difference = new Score(sums.length);
    for (int g = 0; g < sums.length; g++) {
      difference.sums[g] = sums[g] - other.sums[g];
      difference.squares[g] = squares[g] + other.squares[g];
    }
    return difference;
  }

  double[] sums() {
    return sums;
  }

  /**
   * The variance with replacement, n/(n-1) (Q - R^2/n), n being the whole sample (STATISTICS 1.7).
   *
   * @return 0 for fewer than two respondents
   */
  double variance(Design design) {
    double[] f = design.explained(sums);
    double q = 0;
    double r = 0;
    for (int g = 0; g < sums.length; g++) {
      double w = design.weight(g);
      double n = design.sample().count(g);
      q += w * w * (squares[g] - 2 * f[g] * sums[g] + n * f[g] * f[g]);
      r += w * (sums[g] - n * f[g]);
    }
    double n = design.sample().respondents();
    return n < 2 ? 0 : Math.max(0, n / (n - 1) * (q - r * r / n));
  }
}
