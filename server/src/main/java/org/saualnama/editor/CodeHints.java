package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds codes that only capital letters tell apart, which many programs take for one. */
final class CodeHints {
  private final Map<String, String> seen = new HashMap<>();
  private final Set<Hint> hints = new LinkedHashSet<>();

  private CodeHints() {}

  static void add(JsonNode tree, List<Hint> hints) {
    CodeHints options = new CodeHints();
    CodeHints questions = new CodeHints();
    for (JsonNode question : Parts.questions(tree)) {
      String owner = QuestionEdits.code(question);
      questions.code(owner, owner);
      Parts.codes(question.path("options"), "code").forEach(code -> options.code(owner, code));
      Parts.strings(question.path("residuals")).forEach(code -> options.code(owner, code));
      Parts.codes(question.path("rows"), "code").forEach(code -> options.code(owner, code));
    }
    hints.addAll(questions.hints);
    hints.addAll(options.hints);
  }

  private void code(String owner, String code) {
    String other = seen.putIfAbsent(code.toLowerCase(Locale.ROOT), code);
    if (other != null && !other.equals(code)) {
      hints.add(Hint.of(owner, "case_codes", code, other));
    }
  }
}
