package org.saualnama.estimate;

import java.util.List;
import java.util.Optional;
import org.saualnama.weighting.Dummies;
import org.saualnama.weighting.Respondents;
import org.saualnama.weighting.Sample;
import org.saualnama.weighting.Scheme;
import org.saualnama.weighting.SymmetricSystem;
import org.saualnama.weighting.TargetTotals;

/**
 * A weighted sample, and how its weights came to be: the variance of a calibrated one is that of
 * what its margins leave unexplained (Deville and Särndal 1992; STATISTICS 1.7).
 */
public final class Design {
  private final Sample sample;
  private final double[] weights;
  private final Optional<Dummies> dummies;
  private final SymmetricSystem equations;

  private Design(Sample sample, double[] weights, Optional<Dummies> dummies) {
    this.sample = sample;
    this.weights = weights.clone();
    this.dummies = dummies;
    this.equations = dummies.map(x -> x.equations(baseTotals(sample))).orElse(null);
  }

  /** Weights that meet {@code margins}: linearised around them. */
  public static Design calibrated(Sample sample, double[] weights, List<TargetTotals> margins) {
    return new Design(sample, weights, Optional.of(Dummies.of(sample, margins)));
  }

  /** Weights taken as they are, as if drawn with those chances. */
  public static Design fixed(Sample sample, double[] weights) {
    return new Design(sample, weights, Optional.empty());
  }

  /** The design that weights of {@code scheme} make: around the margins where they meet them. */
  public static Design of(Respondents respondents, Scheme scheme, double[] weights) {
    return scheme.meetsMargins() && respondents.canBeWeighed()
        ? calibrated(respondents.sample(), weights, respondents.margins())
        : fixed(respondents.sample(), weights);
  }

  private static double[] baseTotals(Sample sample) {
    double[] totals = sample.bases();
    for (int g = 0; g < totals.length; g++) {
      totals[g] *= sample.count(g);
    }
    return totals;
  }

  public Sample sample() {
    return sample;
  }

  public int profiles() {
    return weights.length;
  }

  public double weight(int g) {
    return weights[g];
  }

  /** What the margins explain of scores that sum to {@code sums} by profile; 0 if fixed. */
  double[] explained(double[] sums) {
    if (dummies.isEmpty()) {
      return new double[sums.length];
    }
    double[] weighted = sums.clone();
    for (int g = 0; g < weighted.length; g++) {
      weighted[g] *= sample.base(g);
    }
    Dummies x = dummies.get();
    return x.times(equations.solve(x.sum(weighted)));
  }
}
