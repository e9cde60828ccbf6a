package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.saualnama.estimate.RandomisedResponse;
import org.saualnama.json.Json;
import org.saualnama.submission.Collector;
import org.saualnama.texts.Texts;
import org.saualnama.weighting.WeightingReport;

/** What has to be said beside every figure: whose answers it is made of, and how far it reaches. */
final class Honesty {
  private final Analysis analysis;
  private final Texts texts;

  Honesty(Analysis analysis, Texts texts) {
    this.analysis = analysis;
    this.texts = texts;
  }

  /** {@code open}, {@code invited}, {@code interviewer}, or {@code mixed}. */
  static String sampleType(List<Collector> collectors) {
    Set<Collector.Kind> kinds =
        collectors.stream().map(Collector::kind).collect(Collectors.toSet());
    return kinds.size() == 1 ? kinds.iterator().next().code() : "mixed";
  }

  /** In words, for people: what the uncertainty of each pool means. */
  List<String> notes() {
    AnalysisQuery query = analysis.query();
    List<String> notes = new ArrayList<>();
    notes.add(texts.text(query.language(), "exact.secret"));
    for (List<Collector> pool : query.pools()) {
      String note = texts.text(query.language(), "exact." + sampleType(pool));
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
    if (Axis.overlaps(query.item())) {
      notes.add(texts.text(query.language(), "figures.multiple"));
    }
    if (query.item().question().strict()) {
      notes.add(texts.text(query.language(), "exact.strict"));
      if (query.independence()) {
        notes.add(texts.text(query.language(), "exact.strict.test"));
      }
    }
    return notes;
  }

  /** For programs: how the figures were made, and what each pool is. */
  Map<String, Object> facts() {
    AnalysisQuery query = analysis.query();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("weights", query.scheme().code());
    facts.put("variance", query.fixed() ? "fixed" : "linearised");
    facts.put("interval", Json.object("method", query.interval().code(), "level", 0.95));
    facts.put("mixed", query.mixed());
    facts.put("pools", analysis.pools().stream().map(Honesty::pool).toList());
    RandomisedResponse.of(query.item())
        .ifPresent(
            strict ->
                facts.put("strict", Json.object("kept", strict.kept(), "codes", strict.codes())));
    return facts;
  }

  private static Map<String, Object> pool(Pool pool) {
    WeightingReport report = pool.report();
    return Json.object(
        "release", pool.release(),
        "collector", pool.collector(),
        "sample_type", sampleType(pool.collectors()),
        "n", report.respondents(),
        "n_eff", finite(report.effectiveSize()),
        "deff", finite(report.designEffect()),
        "least_weight", finite(report.least()),
        "greatest_weight", finite(report.greatest()),
        "uncovered",
            report.uncovered().stream()
                .map(
                    margin ->
                        Json.object(
                            "margin", margin.margin(),
                            "categories", margin.categories(),
                            "share", finite(margin.share())))
                .toList());
  }

  /** JSON has no other numbers. */
  static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
