package org.saualnama.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON-stat dataset, as a client reads it: by the names of categories. */
final class ExactTable {
  private final JsonNode dataset;
  private final Map<String, Map<String, Integer>> places = new LinkedHashMap<>();

  ExactTable(String json) {
    try {
      dataset = new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (JsonNode id : dataset.get("id")) {
      Map<String, Integer> of = new LinkedHashMap<>();
      for (JsonNode code : dataset.at("/dimension/" + id.asText() + "/category/index")) {
        of.put(code.asText(), of.size());
      }
      places.put(id.asText(), of);
    }
  }

  /**
   * The value at these categories; dimensions that aren't named have one category. NaN for null.
   */
  double value(Map<String, String> at) {
    int place = 0;
    for (Map.Entry<String, Map<String, Integer>> dimension : places.entrySet()) {
      Map<String, Integer> of = dimension.getValue();
      String code = at.get(dimension.getKey());
      if (code == null && of.size() != 1) {
        throw new IllegalArgumentException("which " + dimension.getKey() + "?");
      }
      place = place * of.size() + (code == null ? 0 : of.get(code));
    }
    JsonNode value = dataset.get("value").get(place);
    return value.isNull() ? Double.NaN : value.asDouble();
  }

  /** One metric of one answer in one domain. */
  double value(String metric, String answer, Map<String, String> domain) {
    Map<String, String> at = new LinkedHashMap<>(domain);
    at.put("metric", metric);
    at.put("answer", answer);
    return value(at);
  }

  JsonNode extension() {
    return dataset.get("extension");
  }

  JsonNode json() {
    return dataset;
  }
}
