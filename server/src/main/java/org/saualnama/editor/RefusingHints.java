package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Finds questions that people can't refuse to answer, where an answer can cost them something. */
final class RefusingHints {
  private static final Pattern REFUSES =
      Pattern.compile("prefer_?not.*|refus.*|no_answer|not_?say.*|decline.*");

  private RefusingHints() {}

  static void add(JsonNode tree, JsonNode question, List<Hint> hints) {
    boolean sensitive = !tree.path("sensitivity").asText().equals("ordinary");
    boolean required = question.path("required").asBoolean();
    List<String> codes = Choices.codes(question);
    boolean refusable = codes.stream().anyMatch(code -> REFUSES.matcher(code).matches());
    if (!codes.isEmpty() && !refusable && (sensitive || required)) {
      String kind = required ? "must_answer" : "no_prefer_not";
      hints.add(Hint.of(QuestionEdits.code(question), kind));
    }
  }
}
