package org.saualnama.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What can be told of a cell. */
public enum Metric {
  /** The weighted share of those who answered. */
  SHARE(false),
  /** How many answered in the domain, unweighted. */
  N(false),
  /** How many of them chose it, unweighted. */
  CHOSE(false),
  /** The standard error of the share. */
  SE(false),
  /** The same with the weights taken as fixed. */
  SE_FIXED(false),
  /** The lower end of the 95 % interval. */
  CI_LOW(false),
  /** Its upper end. */
  CI_HIGH(false),
  /** The variance over that of a simple random sample of as many. */
  DEFF(false),
  /** The size of a simple random sample with this variance. */
  N_EFF(false),
  /** The effective size by the weights alone. */
  KISH(false),
  /** The mean of a scale's points. */
  MEAN(true),
  /** How many gave a point, unweighted. */
  MEAN_N(true),
  /** The standard error of the mean. */
  MEAN_SE(true),
  /** The same with the weights taken as fixed. */
  MEAN_SE_FIXED(true),
  /** Its design effect. */
  MEAN_DEFF(true),
  /** The lowest point that half of the weight is not above. */
  MEDIAN(true);

  /** Those of a request that names none. */
  static final List<Metric> USUAL = List.of(SHARE, N, SE, CI_LOW, CI_HIGH, DEFF, N_EFF);

  private final boolean ofScale;

  Metric(boolean ofScale) {
    this.ofScale = ofScale;
  }

  /** Whether it belongs to a scale as a whole and to none of its points. */
  boolean isOfScale() {
    return ofScale;
  }

  /** Whether it counts people. */
  boolean isCount() {
    return this == N || this == CHOSE || this == MEAN_N;
  }

  /** As it is written in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that {@code word} stands for: one, or both ends of {@code ci}; none if it is unknown. */
  static List<Metric> of(String word) {
    Predicate<Metric> means =
        word.equals("ci") ? m -> m == CI_LOW || m == CI_HIGH : m -> m.code().equals(word);
    return Arrays.stream(values()).filter(means).toList();
  }
}
