package org.saualnama.weighting;

import java.util.List;

/**
 * Calibration with the logit distance of Deville and Särndal (1992, JASA 87:376-382; STATISTICS
 * 1.4): margins hold exactly, and no weight leaves the bounds. Solved by Newton's method.
 */
public final class BoundedCalibration {
  private static final int STEPS = 100;
  private static final double MET = 1e-12;

  private final Sample sample;
  private final Dummies dummies;
  private final double lower;
  private final double upper;

  private BoundedCalibration(Sample sample, Dummies dummies, double lower, double upper) {
    this.sample = sample;
    this.dummies = dummies;
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * Weights by profile: the base weight times a factor between {@code lower} and {@code upper}.
   *
   * @throws ClashingMargins if the bounds don't let the margins be met
   * @throws IllegalArgumentException if the bounds don't enclose 1
   */
  public static double[] weigh(
      Sample sample, List<TargetTotals> margins, double lower, double upper) {
    if (lower < 0 || lower >= 1 || upper <= 1) {
      throw new IllegalArgumentException("bounds are from 0 to below 1, and above 1");
    }
    Dummies dummies = Dummies.of(sample, margins);
    double[] weights = new BoundedCalibration(sample, dummies, lower, upper).solve();
    List<ClashingMargins.Miss> misses = Misses.of(sample, margins, weights, 1e-9);
    if (!misses.isEmpty()) {
      throw new ClashingMargins(
          misses, "widen the bounds, or merge the first category with a neighbour");
    }
    return weights;
  }

  private double[] solve() {
    double[] lambda = new double[dummies.columns()];
    double[] gap = gap(lambda);
    for (int step = 0; step < STEPS && size(gap) > MET * sample.total(); step++) {
      double[] move = dummies.equations(slopes(lambda)).solve(gap);
      double[] next = null;
      double[] nextGap = gap;
      // Half a step, a quarter ..., where a whole one would lead further off.
      for (double part = 1; part > 1e-6 && size(nextGap) >= size(gap); part /= 2) {
        next = moved(lambda, move, part);
        nextGap = gap(next);
      }
      if (size(nextGap) >= size(gap)) {
        break;
      }
      lambda = next;
      gap = nextGap;
    }
    return weights(lambda);
  }

  private double[] weights(double[] lambda) {
    double[] weights = dummies.times(lambda);
    for (int g = 0; g < weights.length; g++) {
      weights[g] = sample.base(g) * factor(weights[g]);
    }
    return weights;
  }

  /** What is still missing of each column's total. */
  private double[] gap(double[] lambda) {
    double[] weights = weights(lambda);
    for (int g = 0; g < weights.length; g++) {
      weights[g] *= sample.count(g);
    }
    double[] sums = dummies.sum(weights);
    double[] totals = dummies.totals();
    for (int column = 0; column < totals.length; column++) {
      totals[column] -= sums[column];
    }
    return totals;
  }

  private double[] slopes(double[] lambda) {
    double[] slopes = dummies.times(lambda);
    for (int g = 0; g < slopes.length; g++) {
      double f = factor(slopes[g]);
      double slope = steepness() * (f - lower) * (upper - f) / (upper - lower);
      slopes[g] = sample.count(g) * sample.base(g) * slope;
    }
    return slopes;
  }

  private double factor(double u) {
    // Both terms divided by e^(Au) where that would overflow.
    double grow = Math.exp(-Math.abs(steepness() * u));
    double low = u > 0 ? (upper - 1) * grow : upper - 1;
    double high = u > 0 ? 1 - lower : (1 - lower) * grow;
    return (lower * low + upper * high) / (low + high);
  }

  private double steepness() {
    return (upper - lower) / ((1 - lower) * (upper - 1));
  }

  private static double[] moved(double[] from, double[] by, double part) {
    double[] to = from.clone();
    for (int column = 0; column < to.length; column++) {
      to[column] += part * by[column];
    }
    return to;
  }

  private static double size(double[] gap) {
    double largest = 0;
    for (double one : gap) {
      largest = Math.max(largest, Math.abs(one));
    }
    return largest;
  }
}
