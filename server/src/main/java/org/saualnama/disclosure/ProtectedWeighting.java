package org.saualnama.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.survey.Margin;
import org.saualnama.survey.Survey;
import org.saualnama.weighting.StoredWeights;
import org.saualnama.weighting.WeightingReport;

/**
 * How one collector of a release was weighted, as anybody may know it: round figures, and of small
 * categories none.
 *
 * @param respondents to the nearest 5
 * @param figures empty if no weights meet the margins within the bounds
 */
public record ProtectedWeighting(String collector, long respondents, Optional<Figures> figures) {

  /**
   * What may be told of weights.
   *
   * @param effectiveSize by Kish, down to the next multiple of 10
   * @param designEffect to one decimal, as are the weights, whose mean is 1
   */
  public record Figures(
      long effectiveSize,
      double designEffect,
      double least,
      double greatest,
      List<ProtectedMargin> margins) {}

  /** Of one collector; empty if it has fewer than the least base. */
  static Optional<ProtectedWeighting> of(Survey survey, String collector, StoredWeights weights) {
    int minBase = new DisclosureControl(survey).minBase();
    return weights.respondents() < minBase
        ? Optional.empty()
        : Optional.of(
            new ProtectedWeighting(
                collector,
                DisclosureControl.rounded(weights.respondents()),
                weights.report().map(report -> figures(survey, report, minBase))));
  }

  private static Figures figures(Survey survey, WeightingReport report, int minBase) {
    Map<String, Map<String, WeightingReport.Level>> levels = new HashMap<>();
    for (WeightingReport.Level level : report.margins()) {
      levels.computeIfAbsent(level.margin(), m -> new HashMap<>()).put(level.level(), level);
    }
    List<Margin> margins = survey.weighting() == null ? List.of() : survey.weighting().margins();
    return new Figures(
        (long) Math.floor(report.effectiveSize() / 10) * 10,
        toOneDecimal(report.designEffect()),
        toOneDecimal(report.least()),
        toOneDecimal(report.greatest()),
        margins.stream()
            .map(
                margin ->
                    ProtectedMargin.of(
                        margin, levels.getOrDefault(margin.code(), Map.of()), minBase))
            .toList());
  }

  private static double toOneDecimal(double exact) {
    return DisclosureControl.nearest(exact * 10) / 10.0;
  }
}
