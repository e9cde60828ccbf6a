package org.saualnama.breakdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.json.Json;
import org.saualnama.release.Erratum;
import org.saualnama.survey.Item;
import org.saualnama.survey.Split;
import org.saualnama.survey.Survey;
import org.saualnama.survey.Text;
import org.saualnama.texts.Texts;

/**
 * A breakdown as a JSON-stat 2.0 dataset.
 *
 * <p>Dimensions: answer, then the segments (a filter is one of a single category), then metric
 * (share in percent, base and effective size in people, the interval's ends in percent).
 */
public final class JsonStat {
  public static final List<String> METRICS = List.of("share", "base", "n_eff", "low", "high");

  private final Breakdown breakdown;
  private final BreakdownQuery query;
  private final Survey survey;
  private final String language;
  private final Texts texts;
  private final Optional<String> notice;
  private final FigureNotes notes;

  /**
   * A dataset to be.
   *
   * @param notice what must be said of all figures: in the notes and the extension, for the format
   *     is closed at its top
   */
  public JsonStat(Breakdown breakdown, Texts texts, Optional<String> notice) {
    this.texts = texts;
    this.breakdown = breakdown;
    this.notice = notice;
    this.query = breakdown.query();
    this.survey = query.version().survey();
    this.language = query.language();
    this.notes = new FigureNotes(breakdown, texts, notice);
  }

  public Map<String, Object> dataset() {
    Map<String, Map<String, Object>> dimensions = new LinkedHashMap<>();
    dimensions.put("answer", dimension(query.item(), query.item().codes()));
    query
        .where()
        .forEach((segment, only) -> dimensions.put(segment, segment(segment, List.of(only))));
    query
        .by()
        .forEach(
            segment ->
                dimensions.put(
                    segment, segment(segment, query.version().splits().get(segment).codes())));
    dimensions.put("metric", metrics());

    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("version", "2.0");
    dataset.put("class", "dataset");
    dataset.put("label", Labels.of(query.item(), language));
    dataset.put("source", words(survey.disclosureItems().get("conducted_by")));
    dataset.put("updated", breakdown.release().date());
    dataset.put("note", notes.all());
    dataset.put("id", List.copyOf(dimensions.keySet()));
    dataset.put("size", dimensions.values().stream().map(JsonStat::size).toList());
    dataset.put("role", roles(dimensions));
    dataset.put("dimension", dimensions);
    FigureValues values = new FigureValues(breakdown);
    putValues(dataset, values);
    dataset.put("extension", extension(values));
    return dataset;
  }

  private Map<String, Object> segment(String segment, List<String> categories) {
    Split split = query.version().splits().get(segment);
    Map<String, String> labels = new LinkedHashMap<>();
    categories.forEach(code -> labels.put(code, split.label(code, language)));
    return dimension(words(split.label()), categories, labels);
  }

  private Map<String, Object> dimension(Item item, List<String> codes) {
    Map<String, String> labels = new LinkedHashMap<>();
    codes.forEach(code -> labels.put(code, survey.label(item.question(), code, language)));
    return dimension(words(item.question().label()), codes, labels);
  }

  private static Map<String, Object> dimension(
      String label, List<String> codes, Map<String, String> labels) {
    return Json.object("label", label, "category", Json.object("index", codes, "label", labels));
  }

  private Map<String, Object> metrics() {
    Map<String, String> labels = new LinkedHashMap<>();
    METRICS.forEach(metric -> labels.put(metric, texts.text(language, "figures." + metric)));
    return Json.object(
        "label",
        texts.text(language, "figures.metric"),
        "category",
        Json.object(
            "index", METRICS,
            "label", labels,
            "unit",
                Json.object(
                    "share", percent(),
                    "base", Json.object("decimals", 0),
                    "n_eff", Json.object("decimals", 0),
                    "low", percent(),
                    "high", percent())));
  }

  private Map<String, Object> percent() {
    int decimals = breakdown.rows().mapToInt(ProtectedRow::decimals).max().orElse(0);
    return Json.object("base", "%", "decimals", decimals);
  }

  private static int size(Map<String, Object> dimension) {
    return ((List<?>) ((Map<?, ?>) dimension.get("category")).get("index")).size();
  }

  private Map<String, List<String>> roles(Map<String, Map<String, Object>> dimensions) {
    List<String> places =
        dimensions.keySet().stream()
            .filter(
                id ->
                    survey.segments().contains(id)
                        && Labels.isGeographic(query.version().items().get(id)))
            .toList();
    Map<String, List<String>> roles = new LinkedHashMap<>();
    if (!places.isEmpty()) {
      roles.put("geo", places);
    }
    roles.put("metric", List.of("metric"));
    return roles;
  }

  private void putValues(Map<String, Object> dataset, FigureValues values) {
    dataset.put("value", values.values());
    if (!values.statuses().isEmpty()) {
      dataset.put("status", values.statuses());
    }
  }

  private Map<String, Object> extension(FigureValues values) {
    int minBase = breakdown.release().minBase();
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("survey", survey.code());
    extension.put("survey_version", breakdown.release().surveyVersion());
    extension.put("question", query.item().code());
    extension.put("release", breakdown.release().number());
    extension.put("release_date", breakdown.release().date());
    extension.put("collector", query.collector());
    extension.put("sample_size", breakdown.release().sampleSize());
    extension.put("weighting", TableWeighting.of(breakdown.rows()).code());
    extension.put("min_base", minBase);
    if (!values.asOf().isEmpty()) {
      extension.put("as_of", values.asOf());
    }
    Map<String, List<String>> higher = HigherThan.of(breakdown);
    if (!higher.isEmpty()) {
      extension.put("higher_than", higher);
    }
    extension.put("status", Json.object("label", notes.statuses()));
    Map<String, String> items = new LinkedHashMap<>();
    survey.disclosureItems().forEach((item, text) -> items.put(item, words(text)));
    extension.put("disclosure_items", items);
    List<Erratum> errata = breakdown.release().errata();
    if (!errata.isEmpty()) {
      extension.put("errata", errata.stream().map(this::erratum).toList());
    }
    notice.ifPresent(words -> extension.put("notice", words));
    return extension;
  }

  private Map<String, Object> erratum(Erratum erratum) {
    return Json.object("date", erratum.day().toString(), "text", words(erratum.text()));
  }

  private String words(Text text) {
    return text.in(language);
  }
}
