package org.saualnama.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.saualnama.json.Json;

/** A public weighting report as the API writes it. */
final class WeightingView {
  private WeightingView() {}

  /** Of one collector, as the release {@code asOf} had it. */
  static Map<String, Object> view(ProtectedWeighting weighting, int asOf) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("collector", weighting.collector());
    view.put("as_of", asOf);
    view.put("respondents", weighting.respondents());
    view.put("failed", weighting.figures().isEmpty());
    weighting
        .figures()
        .ifPresent(
            figures -> {
              view.put("effective_size", figures.effectiveSize());
              view.put("design_effect", figures.designEffect());
              view.put("least_weight", figures.least());
              view.put("greatest_weight", figures.greatest());
              view.put("margins", figures.margins().stream().map(WeightingView::view).toList());
            });
    return view;
  }

  private static Map<String, Object> view(ProtectedMargin margin) {
    return Json.object(
        "margin", margin.margin(),
        "uncovered_percent", margin.uncovered(),
        "categories", margin.categories().stream().map(WeightingView::view).toList());
  }

  private static Map<String, Object> view(ProtectedMargin.Category category) {
    return category
        .shares()
        .map(
            shares ->
                Json.object(
                    "category", category.category(),
                    "wanted_percent", shares.wanted(),
                    "reached_percent", shares.reached()))
        .orElse(Json.object("category", category.category(), "status", "withheld"));
  }
}
