package org.saualnama.estimate;

import java.util.Arrays;

/**
 * The answers to one item by profile.
 *
 * <p>Of a single choice those who chose sum to those who answered; of a multiple choice they don't.
 */
public final class Counts {
  private final int[] answered;
  private final int[][] chosen;

  /**
   * Answers by profile.
   *
   * @param answered how many answered
   * @param chosen by option, then profile: how many chose it
   */
  public Counts(int[] answered, int[][] chosen) {
    this.answered = answered.clone();
    this.chosen = chosen.clone();
  }

  public int options() {
    return chosen.length;
  }

  /** The profiles of {@code domain} of whom anybody answered. */
  int[] answerers(Domain domain) {
    int[] profiles = new int[answered.length];
    int found = 0;
    for (int g = 0; g < answered.length; g++) {
      if (answered[g] > 0 && domain.has(g)) {
        profiles[found++] = g;
      }
    }
    return Arrays.copyOf(profiles, found);
  }

  public int answered(int g) {
    return answered[g];
  }

  public int chosen(int option, int g) {
    return chosen[option][g];
  }
}
