package org.saualnama.tables;

import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.texts.Texts;

/** What clients of PxWebApi ask for first: languages, formats and limits. */
final class ConfigView {
  private ConfigView() {}

  static Map<String, Object> of(Texts texts, int readsPerMinute) {
    List<Map<String, Object>> languages =
        texts.languages().stream()
            .map(id -> Json.object("id", id, "label", texts.text(id, "language.name")))
            .toList();
    List<Map<String, Object>> cors = List.of(Json.object("key", "enabled", "value", "True"));
    return Json.object(
        "apiVersion",
        "2.0.0",
        "appVersion",
        "1",
        "languages",
        languages,
        "defaultLanguage",
        texts.languages().get(0),
        "maxDataCells",
        Cutting.MOST_CELLS,
        "maxCallsPerTimeWindow",
        readsPerMinute,
        "timeWindow",
        60,
        "license",
        "Not stated: whoever conducts a survey says how its figures may be used",
        "defaultDataFormat",
        OutputFormat.Kind.JSON_STAT2.code(),
        "dataFormats",
        OutputFormat.codes(),
        "features",
        List.of(Json.object("id", "CORS", "params", cors)));
  }
}
