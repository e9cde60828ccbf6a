package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What can be chosen as an answer, and the words for it. */
final class Choices {
  private static final int MOST_POINTS = 50;

  private Choices() {}

  /** The codes of a question's options or scale points, then of its residual options. */
  static List<String> codes(JsonNode question) {
    List<String> codes = new ArrayList<>(Parts.codes(question.path("options"), "code"));
    JsonNode scale = question.path("scale");
    int from = scale.path("from").asInt();
    for (int point = from; scale.has("from") && point <= scale.path("to").asInt(); point++) {
      if (point - from < MOST_POINTS) {
        codes.add(Integer.toString(point));
      }
    }
    if (!codes.isEmpty()) {
      codes.addAll(Parts.strings(question.path("residuals")));
    }
    return codes;
  }

  /** The words for one of them in {@code language}; its code if there are none. */
  static String words(JsonNode tree, JsonNode question, String code, String language) {
    JsonNode text =
        Parts.codes(question.path("options"), "code").contains(code)
            ? question
                .path("options")
                .get(Parts.codes(question.path("options"), "code").indexOf(code))
                .path("text")
            : tree.path("residual_options").path(code);
    return in(text, language, code);
  }

  /** A text in {@code language} or, better than nothing, in any other. */
  static String in(JsonNode text, String language, String otherwise) {
    String words = text.path(language).asText();
    for (JsonNode other : text) {
      words = words.isBlank() ? other.asText() : words;
    }
    return words.isBlank() ? otherwise : words;
  }
}
