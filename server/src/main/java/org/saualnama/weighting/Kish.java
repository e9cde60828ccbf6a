package org.saualnama.weighting;

/** What unequal weights cost (Kish 1965, 1992; STATISTICS 1.5). */
public final class Kish {
  private Kish() {}

  /**
   * The size of an equally weighted sample that would be as good.
   *
   * @param weights by profile
   * @param counts respondents by profile
   * @return 0 if there are none
   */
  public static double effectiveSize(double[] weights, int[] counts) {
    double sum = 0;
    double squares = 0;
    for (int g = 0; g < weights.length; g++) {
      sum += weights[g] * counts[g];
      squares += weights[g] * weights[g] * counts[g];
    }
    return squares > 0 ? sum * sum / squares : 0;
  }
}
