package org.saualnama.weighting;

import java.util.Arrays;

/**
 * The respondents by profile: all that weighting and estimation need to know of them. What has a
 * value for each profile is an array in the order of the profiles.
 */
public final class Sample {
  private final int[] counts;
  private final double[] base;
  private final long respondents;
  private final double total;

  /**
   * Respondents by profile.
   *
   * @param counts how many respondents each profile has
   * @param base the base weight of each of them: 1 unless a collector draws with other chances
   */
  public Sample(int[] counts, double[] base) {
    if (counts.length != base.length) {
      throw new IllegalArgumentException("a base weight for each profile");
    }
    this.counts = counts.clone();
    this.base = base.clone();
    this.respondents = Arrays.stream(counts).asLongStream().sum();
    this.total = total(base);
  }

  /** All with the base weight 1. */
  public static Sample of(int... counts) {
    double[] base = new double[counts.length];
    Arrays.fill(base, 1);
    return new Sample(counts, base);
  }

  public int profiles() {
    return counts.length;
  }

  /** How many respondents profile {@code g} has. */
  public int count(int g) {
    return counts[g];
  }

  /** The base weight in profile {@code g}. */
  public double base(int g) {
    return base[g];
  }

  /** The base weights of all profiles. */
  public double[] bases() {
    return base.clone();
  }

  /** How many respondents there are. */
  public long respondents() {
    return respondents;
  }

  /** The respondents' base weights, summed; any weighting keeps this total. */
  public double total() {
    return total;
  }

  /** The respondents' {@code weights}, summed. */
  public double total(double[] weights) {
    double sum = 0;
    for (int g = 0; g < counts.length; g++) {
      sum += counts[g] * weights[g];
    }
    return sum;
  }
}
