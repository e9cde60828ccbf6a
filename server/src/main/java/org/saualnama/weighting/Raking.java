package org.saualnama.weighting;

import java.util.List;

/**
 * Iterative proportional fitting (Deming and Stephan 1940; STATISTICS 1.2): each margin in turn is
 * brought to its totals until a whole sweep changes no weight.
 */
public final class Raking {
  private static final int SWEEPS = 1_000;
  private static final double STILL = 1e-12;

  private Raking() {}

  /**
   * Weights, by profile, under which every margin sums to its totals.
   *
   * @throws ClashingMargins if the sweeps don't come to rest
   */
  public static double[] weigh(Sample sample, List<TargetTotals> margins) {
    double[] weights = sample.bases();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double[] before = weights.clone();
      margins.forEach(margin -> fit(sample, margin, weights));
      if (largestChange(before, weights) < STILL) {
        return met(sample, margins, weights);
      }
    }
    throw clash(sample, margins, weights);
  }

  private static void fit(Sample sample, TargetTotals margin, double[] weights) {
    double[] factors = margin.reached(sample, weights);
    for (int level = 0; level < factors.length; level++) {
      factors[level] = factors[level] > 0 ? margin.total(level) / factors[level] : 0;
    }
    for (int g = 0; g < weights.length; g++) {
      weights[g] *= factors[margin.levelOf(g)];
    }
  }

  private static double largestChange(double[] before, double[] now) {
    double largest = 0;
    for (int g = 0; g < now.length; g++) {
      if (before[g] > 0) {
        largest = Math.max(largest, Math.abs(now[g] / before[g] - 1));
      }
    }
    return largest;
  }

  // At rest and yet off: a category that must be empty, such as a population share of zero.
  private static double[] met(Sample sample, List<TargetTotals> margins, double[] weights) {
    if (Misses.of(sample, margins, weights, 1e-9).isEmpty()) {
      return weights;
    }
    throw clash(sample, margins, weights);
  }

  private static ClashingMargins clash(
      Sample sample, List<TargetTotals> margins, double[] weights) {
    return new ClashingMargins(
        Misses.of(sample, margins, weights, 1e-9),
        "merge the first category with a neighbour, or leave one of these margins out");
  }
}
