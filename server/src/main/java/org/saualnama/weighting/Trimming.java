package org.saualnama.weighting;

/**
 * Strict trimming as of {@code survey::trimWeights} (STATISTICS 1.3): what is cut off is shared out
 * evenly among the weights inside, until all are inside. The margins no longer hold exactly.
 */
public final class Trimming {
  private static final int ROUNDS = 1_000;

  private Trimming() {}

  /**
   * {@code weights} scaled to the mean 1, then kept between {@code lower} and {@code upper}.
   *
   * @throws IllegalArgumentException if the bounds leave no room for the mean
   */
  public static double[] trim(Sample sample, double[] weights, double lower, double upper) {
    if (lower >= 1 || upper <= 1) {
      throw new IllegalArgumentException("the bounds must enclose 1");
    }
    double mean = sample.total(weights) / sample.respondents();
    double[] trimmed = new double[weights.length];
    for (int g = 0; g < weights.length; g++) {
      trimmed[g] = weights[g] / mean;
    }
    for (int round = 0; round < ROUNDS; round++) {
      if (!clamp(sample, trimmed, lower, upper)) {
        return trimmed;
      }
    }
    throw new IllegalArgumentException("the bounds leave no room: widen them");
  }

  /** Whether any weight was outside. */
  private static boolean clamp(Sample sample, double[] weights, double lower, double upper) {
    boolean[] inside = new boolean[weights.length];
    double excess = 0;
    long others = 0;
    boolean any = false;
    for (int g = 0; g < weights.length; g++) {
      double clamped = Math.min(upper, Math.max(lower, weights[g]));
      inside[g] = clamped == weights[g];
      excess += sample.count(g) * (weights[g] - clamped);
      others += inside[g] ? sample.count(g) : 0;
      any |= !inside[g] && sample.count(g) > 0;
      weights[g] = clamped;
    }
    for (int g = 0; g < weights.length && any && others > 0; g++) {
      weights[g] += inside[g] ? excess / others : 0;
    }
    return any;
  }
}
