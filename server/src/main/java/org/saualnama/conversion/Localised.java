package org.saualnama.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** SurveyJS's words: a string, or an object with one for each language and for {@code default}. */
final class Localised {
  private Localised() {}

  static Map<String, String> of(JsonNode words) {
    if (words.isObject()) {
      Map<String, String> texts = new LinkedHashMap<>();
      words
          .properties()
          .forEach(
              entry -> {
                if (entry.getValue().isTextual() && !entry.getValue().asText().isBlank()) {
                  texts.put(entry.getKey(), entry.getValue().asText());
                }
              });
      return texts;
    }
    boolean said = words.isValueNode() && !words.isNull() && !words.asText().isBlank();
    return said ? Map.of("", words.asText()) : Map.of();
  }

  /** What a report shows of any part. */
  static String shown(JsonNode part) {
    return part.isValueNode() ? part.asText() : part.toString();
  }
}
