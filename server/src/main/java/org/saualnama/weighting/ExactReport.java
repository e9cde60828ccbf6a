package org.saualnama.weighting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;

/** How one collector of a release was weighted, to the last digit: for stewards only. */
record ExactReport(
    String survey, int release, String collector, Scheme scheme, StoredWeights weights) {

  /** As it is written in the API. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("survey", survey);
    view.put("release", release);
    view.put("collector", collector);
    view.put("scheme", scheme.code());
    view.put("respondents", weights.respondents());
    weights.report().ifPresent(report -> put(view, report));
    weights.failed().ifPresent(why -> putFailure(view, why));
    return view;
  }

  private static void put(Map<String, Object> view, WeightingReport report) {
    view.put("effective_size", report.effectiveSize());
    view.put("design_effect", report.designEffect());
    view.put(
        "weights",
        Json.object(
            "least", report.least(), "median", report.median(), "greatest", report.greatest()));
    view.put("margins", report.margins().stream().map(ExactReport::level).toList());
    view.put("uncovered", report.uncovered().stream().map(ExactReport::uncovered).toList());
  }

  private static Map<String, Object> level(WeightingReport.Level level) {
    return Json.object(
        "margin", level.margin(),
        "category", level.level(),
        "unweighted", level.unweighted(),
        "wanted", level.wanted(),
        "reached", level.reached());
  }

  private static Map<String, Object> uncovered(WeightingReport.Uncovered uncovered) {
    return Json.object(
        "margin", uncovered.margin(),
        "categories", uncovered.categories(),
        "share", uncovered.share());
  }

  private void putFailure(Map<String, Object> view, String why) {
    view.put("failed", why);
    List<Map<String, Object>> misses =
        weights.misses().stream()
            .map(
                miss ->
                    Json.object(
                        "margin", miss.margin(),
                        "category", miss.level(),
                        "wanted", miss.wanted(),
                        "reached", miss.reached()))
            .toList();
    view.put("misses", misses);
  }
}
