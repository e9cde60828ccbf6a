package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.saualnama.estimate.Difference;
import org.saualnama.estimate.Independence;
import org.saualnama.json.Json;
import org.saualnama.texts.Texts;

/**
 * An analysis as a JSON-stat 2.0 dataset.
 *
 * <p>Dimensions: answer (the last stands for all who answered), what the question is split by,
 * collector, release, metric. Comparisons and tests are in the extension.
 */
final class AnalysisJsonStat {
  private final Analysis analysis;
  private final AnalysisQuery query;
  private final AnalysisTable table;
  private final Texts texts;
  private final Optional<String> notice;

  AnalysisJsonStat(Analysis analysis, Texts texts, Optional<String> notice) {
    this.analysis = analysis;
    this.query = analysis.query();
    this.texts = texts;
    this.notice = notice;
    this.table = new AnalysisTable(analysis, texts);
  }

  Map<String, Object> dataset() {
    Map<String, Map<String, Object>> dimensions = dimensions();
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("version", "2.0");
    dataset.put("class", "dataset");
    dataset.put("label", query.item().question().text().in(query.language()));
    dataset.put("note", notes());
    dataset.put("id", List.copyOf(dimensions.keySet()));
    dataset.put("size", dimensions.values().stream().map(AnalysisJsonStat::size).toList());
    dataset.put("role", Json.object("metric", List.of("metric")));
    dataset.put("dimension", dimensions);
    putValues(dataset);
    dataset.put("extension", extension());
    return dataset;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notice.ifPresent(notes::add);
    notes.addAll(new Honesty(analysis, texts).notes());
    return notes;
  }

  private Map<String, Map<String, Object>> dimensions() {
    Map<String, Map<String, Object>> dimensions = new LinkedHashMap<>();
    String asked = query.item().code();
    dimensions.put("answer", dimension(table.label(asked), table.answerLabels()));
    for (Axis axis : query.by()) {
      dimensions.put(axis.code(), dimension(table.label(axis.code()), table.labels(axis)));
    }
    Map<String, String> collectors = new LinkedHashMap<>();
    Map<String, String> releases = new LinkedHashMap<>();
    for (Pool pool : analysis.pools()) {
      collectors.put(pool.collector(), pool.collector());
      releases.put(Integer.toString(pool.release()), Integer.toString(pool.release()));
    }
    dimensions.put("release", dimension(words("exact.release"), releases));
    dimensions.putIfAbsent(Axis.COLLECTOR, dimension(words("exact.collector"), collectors));
    Map<String, String> metrics = new LinkedHashMap<>();
    query.metrics().forEach(metric -> metrics.put(metric.code(), metric.code()));
    dimensions.put("metric", dimension(words("figures.metric"), metrics));
    return dimensions;
  }

  private static Map<String, Object> dimension(String label, Map<String, String> labels) {
    return Json.object(
        "label",
        label,
        "category",
        Json.object("index", List.copyOf(labels.keySet()), "label", labels));
  }

  private static int size(Map<String, Object> dimension) {
    return ((List<?>) ((Map<?, ?>) dimension.get("category")).get("index")).size();
  }

  private void putValues(Map<String, Object> dataset) {
    List<Double> values = new ArrayList<>();
    table
        .lines()
        .flatMap(line -> line.values().stream())
        .forEach(value -> values.add(number(value)));
    dataset.put("value", values);
  }

  static Double number(OptionalDouble value) {
    return value.isPresent() ? Honesty.finite(value.getAsDouble()) : null;
  }

  private Map<String, Object> extension() {
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("survey", query.version().code());
    extension.put("question", query.item().code());
    extension.put("where", query.where());
    extension.putAll(new Honesty(analysis, texts).facts());
    if (query.comparison() != Comparison.NONE) {
      extension.put("compare", query.comparison().code());
      extension.put(
          "comparisons", analysis.compared().stream().map(AnalysisJsonStat::compared).toList());
    }
    if (query.independence()) {
      extension.put("tests", analysis.tested().stream().map(AnalysisJsonStat::tested).toList());
    }
    notice.ifPresent(words -> extension.put("notice", words));
    return extension;
  }

  private static Map<String, Object> compared(Compared row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("answer", row.answer());
    line.put("domain", row.domain());
    line.putAll(difference(row));
    return line;
  }

  /** Both sides, their difference and its tests. */
  static Map<String, Object> difference(Compared row) {
    Difference difference = row.difference();
    return Json.object(
        "a", row.a(),
        "b", row.b(),
        "difference", Honesty.finite(difference.difference()),
        "se", Honesty.finite(difference.standardError()),
        "t", Honesty.finite(difference.t()),
        "df", difference.degrees(),
        "p", Honesty.finite(difference.pValue()),
        "p_holm", Honesty.finite(row.holm()),
        "p_bh", Honesty.finite(row.hochberg()));
  }

  /** What was found, and where. */
  static Map<String, Object> tested(Tested tested) {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("release", tested.pool().release());
    test.put("collector", tested.pool().collector());
    tested.answer().ifPresent(answer -> test.put("answer", answer));
    tested.test().ifPresent(found -> test.putAll(found(found)));
    return test;
  }

  private static Map<String, Object> found(Independence test) {
    return Json.object(
        "f", Honesty.finite(test.f()),
        "ndf", Honesty.finite(test.numerator()),
        "ddf", Honesty.finite(test.denominator()),
        "p", Honesty.finite(test.pValue()),
        "p_first_order", Honesty.finite(test.firstOrder()));
  }

  private String words(String key) {
    return texts.text(query.language(), key);
  }
}
