package org.saualnama.estimate;

import java.util.List;
import org.saualnama.weighting.Dummies;
import org.saualnama.weighting.Respondents;
import org.saualnama.weighting.Sample;
import org.saualnama.weighting.Scheme;
import org.saualnama.weighting.SymmetricSystem;
import org.saualnama.weighting.TargetTotals;

/**
 * A weighted sample, and how its weights came to be: the variance of a calibrated one is that of
 * what its margins leave unexplained (Deville and Särndal 1992; STATISTICS 1.7). What that takes of
 * the weights alone is summed here, once for all figures.
 */
public final class Design {
  private final Sample sample;
  private final double[] weights;
  private final Dummies dummies;
  private final SymmetricSystem equations;
  private final double[] totals;
  private final double[][] squares;

  private Design(Sample sample, double[] weights, Dummies dummies) {
    this.sample = sample;
    this.weights = weights.clone();
    this.dummies = dummies;
    double[] base = sample.bases();
    double[] once = weights.clone();
    double[] twice = weights.clone();
    for (int g = 0; g < weights.length; g++) {
      base[g] *= sample.count(g);
      once[g] *= sample.count(g);
      twice[g] *= once[g];
    }
    this.equations = dummies.equations(base);
    this.totals = dummies.sum(once);
    this.squares = dummies.products(twice);
  }

  /** Weights that meet {@code margins}: linearised around them. */
  public static Design calibrated(Sample sample, double[] weights, List<TargetTotals> margins) {
    return new Design(sample, weights, Dummies.of(sample, margins));
  }

  /** Weights taken as they are, as if drawn with those chances: nothing is explained. */
  public static Design fixed(Sample sample, double[] weights) {
    return new Design(sample, weights, Dummies.none(sample));
  }

  /** The design that weights of {@code scheme} make: around the margins where they meet them. */
  public static Design of(Respondents respondents, Scheme scheme, double[] weights) {
    return scheme.meetsMargins() && respondents.canBeWeighed()
        ? calibrated(respondents.sample(), weights, respondents.margins())
        : fixed(respondents.sample(), weights);
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

  /** The regressors x of the calibration. */
  Dummies dummies() {
    return dummies;
  }

  int columns() {
    return totals.length;
  }

  /** The normal equations, with base weights. */
  SymmetricSystem equations() {
    return equations;
  }

  /** The sum of w x over all respondents. */
  double[] totals() {
    return totals;
  }

  /** The sum of w^2 x x' over all respondents. */
  double[][] squares() {
    return squares;
  }
}
