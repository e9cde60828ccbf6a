package org.saualnama.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saualnama.weighting.ClashingMargins.Miss;

/**
 * The weights of one collector under one scheme as they belong to a release, or why there are none:
 * a failure to weigh must never stop a release.
 */
public final class StoredWeights {
  private final double[] weights;
  private final long respondents;
  private final Optional<WeightingReport> report;
  private final Optional<String> failed;
  private final List<Miss> misses;

  StoredWeights(
      double[] weights,
      long respondents,
      Optional<WeightingReport> report,
      Optional<String> failed,
      List<Miss> misses) {
    this.weights = weights.clone();
    this.respondents = respondents;
    this.report = report;
    this.failed = failed;
    this.misses = List.copyOf(misses);
  }

  /** Weighs {@code respondents}; never throws. */
  public static StoredWeights of(Respondents respondents, Scheme scheme) {
    try {
      double[] weights = respondents.weights(scheme);
      if (!Arrays.stream(weights).allMatch(Double::isFinite)) {
        return failed(respondents, "the weights grow without end; merge small categories");
      }
      WeightingReport report =
          WeightingReport.of(respondents.sample(), respondents.margins(), weights);
      return new StoredWeights(
          weights, report.respondents(), Optional.of(report), Optional.empty(), List.of());
    } catch (ClashingMargins e) {
      return failed(respondents, e.withoutFigures(), e.misses());
    } catch (IllegalArgumentException e) {
      return failed(respondents, e.getMessage());
    } catch (RuntimeException e) {
      // Not expected, and still no reason to hold answers back.
      return failed(respondents, "weights can't be computed: " + e.getClass().getSimpleName());
    }
  }

  private static StoredWeights failed(Respondents respondents, String why) {
    return failed(respondents, why, List.of());
  }

  private static StoredWeights failed(Respondents respondents, String why, List<Miss> misses) {
    long count = respondents.sample().respondents();
    return new StoredWeights(new double[0], count, Optional.empty(), Optional.of(why), misses);
  }

  /**
   * By profile, in ascending order of the collector's profile numbers, as {@code PgTallies.asOf}
   * has them; none if it failed.
   */
  public double[] weights() {
    return weights.clone();
  }

  /** How many the collector has. */
  public long respondents() {
    return respondents;
  }

  /** What the weights do; empty if it failed. */
  public Optional<WeightingReport> report() {
    return report;
  }

  /** Which margins clash and what to merge, without figures; empty if it went well. */
  public Optional<String> failed() {
    return failed;
  }

  /** How far the last try was off where margins clash: exact figures. */
  public List<Miss> misses() {
    return misses;
  }
}
