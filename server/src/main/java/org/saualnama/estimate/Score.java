package org.saualnama.estimate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The linearised values u of one statistic, of which its variance only needs two sums by profile.
 * Only profiles whose people count in it are named: in all others u = 0, which costs nothing.
 */
final class Score {
  /** Of a sum of squares; what is left of it after a subtraction says nothing below this. */
  static final double ROUNDING = 1e-12;

  private final int[] profiles;
  private final double[] sums;
  private final double[] squares;

  /** Nobody counts yet of {@code profiles}, each of which has a place here. */
  Score(int[] profiles) {
    this(profiles, new double[profiles.length], new double[profiles.length]);
  }

  private Score(int[] profiles, double[] sums, double[] squares) {
    this.profiles = profiles;
    this.sums = sums;
    this.squares = squares;
  }

  /** Adds {@code count} respondents of the profile at {@code place}, each with the value u. */
  Score add(int place, double count, double u) {
    sums[place] += count * u;
    squares[place] += count * u * u;
    return this;
  }

  /** Of the difference to {@code other}, in which nobody counts who counts in this. */
  Score minusDisjoint(Score other) {
    return new Score(
        IntStream.concat(Arrays.stream(profiles), Arrays.stream(other.profiles)).toArray(),
        DoubleStream.concat(Arrays.stream(sums), Arrays.stream(other.sums).map(u -> -u)).toArray(),
        DoubleStream.concat(Arrays.stream(squares), Arrays.stream(other.squares)).toArray());
  }

  int size() {
    return profiles.length;
  }

  int profile(int place) {
    return profiles[place];
  }

  double sum(int place) {
    return sums[place];
  }

  /** The variance with replacement (STATISTICS 1.7); 0 for fewer than two respondents. */
  double variance(Design design) {
    double weighted = 0;
    for (int i = 0; i < profiles.length; i++) {
      double w = design.weight(profiles[i]);
      weighted += w * w * squares[i];
    }
    Residuals residuals = new Residuals(design, this);
    double variance = residuals.covariance(residuals, weighted);
    // Where margins explain all, what is left of the subtraction is rounding.
    return variance > ROUNDING * weighted ? variance : 0;
  }
}
