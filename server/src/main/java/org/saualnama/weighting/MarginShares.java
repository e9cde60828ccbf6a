package org.saualnama.weighting;

import java.util.List;

/**
 * One margin: how its categories are shared in the population, and which category each profile has.
 * Several segments crossed are one margin of their joined categories.
 */
public final class MarginShares {
  /** Stands for a profile whose answer is missing. */
  public static final int MISSING = -1;

  private final String name;
  private final List<String> categories;
  private final double[] shares;
  private final int[] categoryOf;

  /**
   * One margin.
   *
   * @param shares of the population, by category; not negative, of any sum
   * @param categoryOf by profile, the place of its category or {@link #MISSING}
   */
  public MarginShares(String name, List<String> categories, double[] shares, int[] categoryOf) {
    if (categories.size() != shares.length) {
      throw new IllegalArgumentException("a share for each category of " + name);
    }
    this.name = name;
    this.categories = List.copyOf(categories);
    this.shares = shares.clone();
    this.categoryOf = categoryOf.clone();
  }

  public String name() {
    return name;
  }

  public List<String> categories() {
    return categories;
  }

  double share(int category) {
    return shares[category];
  }

  int categoryOf(int g) {
    return categoryOf[g];
  }
}
