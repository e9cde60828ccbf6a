package org.saualnama.weighting;

import java.util.ArrayList;
import java.util.List;

/**
 * What a margin's categories shall sum to in this sample (STATISTICS 1.1): who did not answer it
 * keep their base-weighted share, and a category without respondents leaves its share to the
 * others.
 */
public final class TargetTotals {
  /** The level of those who did not answer. */
  public static final String MISSING = "(missing)";

  private final MarginShares margin;
  private final double[] totals;
  private final int[] levelOf;
  private final double uncoveredShare;

  private TargetTotals(MarginShares margin, double[] totals, int[] levelOf, double uncoveredShare) {
    this.margin = margin;
    this.totals = totals;
    this.levelOf = levelOf;
    this.uncoveredShare = uncoveredShare;
  }

  /**
   * The totals of {@code margin} in {@code sample}.
   *
   * @throws ClashingMargins if no respondent has a category that the population has
   */
  public static TargetTotals of(Sample sample, MarginShares margin) {
    TargetTotals totals = describing(sample, margin);
    if (totals.uncoveredShare >= 1) {
      throw ClashingMargins.ofNobody(margin.name());
    }
    return totals;
  }

  /** The same for a report only: of a margin that nobody is in, all is uncovered. */
  static TargetTotals describing(Sample sample, MarginShares margin) {
    int missing = margin.categories().size();
    int[] levelOf = new int[sample.profiles()];
    double[] present = new double[missing + 1];
    for (int g = 0; g < levelOf.length; g++) {
      int category = margin.categoryOf(g);
      levelOf[g] = category == MarginShares.MISSING ? missing : category;
      present[levelOf[g]] += sample.count(g) * sample.base(g);
    }
    double covered = 0;
    double all = 0;
    for (int c = 0; c < missing; c++) {
      all += margin.share(c);
      covered += present[c] > 0 ? margin.share(c) : 0;
    }
    double[] totals = new double[missing + 1];
    for (int c = 0; c < missing; c++) {
      totals[c] =
          present[c] > 0 && covered > 0
              ? (sample.total() - present[missing]) * margin.share(c) / covered
              : 0;
    }
    totals[missing] = present[missing];
    return new TargetTotals(margin, totals, levelOf, (all - covered) / all);
  }

  public String name() {
    return margin.name();
  }

  /** The categories' totals, and last that of the missing. */
  public double[] totals() {
    return totals.clone();
  }

  /** The share of the population whose categories nobody of the sample has. */
  public double uncoveredShare() {
    return uncoveredShare;
  }

  /** Those categories. */
  public List<String> uncovered() {
    List<String> uncovered = new ArrayList<>();
    for (int c = 0; c < margin.categories().size(); c++) {
      if (totals[c] == 0 && margin.share(c) > 0) {
        uncovered.add(margin.categories().get(c));
      }
    }
    return uncovered;
  }

  int levels() {
    return totals.length;
  }

  double total(int level) {
    return totals[level];
  }

  int levelOf(int g) {
    return levelOf[g];
  }

  /** The name of a level: a category, or {@link #MISSING}. */
  public String level(int level) {
    return level < margin.categories().size() ? margin.categories().get(level) : MISSING;
  }

  /** What the levels sum to under {@code weights}. */
  public double[] reached(Sample sample, double[] weights) {
    double[] sums = new double[totals.length];
    for (int g = 0; g < levelOf.length; g++) {
      sums[levelOf[g]] += sample.count(g) * weights[g];
    }
    return sums;
  }
}
