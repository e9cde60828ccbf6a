package org.saualnama.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saualnama.weighting.ClashingMargins.Miss;

/**
 * The weights of one collector under one scheme as they belong to a release, or why there are none:
 * a failure to weigh must never stop a release.
 *
 * @param weights by profile, in ascending order of the collector's profile numbers; empty if failed
 * @param respondents how many the collector has
 * @param report empty if failed
 * @param failed which margins clash and what to merge, without figures; empty if it went well
 * @param misses how far the last try was off, if margins clash; exact figures
 */
public record StoredWeights(
    double[] weights,
    long respondents,
    Optional<WeightingReport> report,
    Optional<String> failed,
    List<Miss> misses) {
  public StoredWeights {
    misses = List.copyOf(misses);
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
}
