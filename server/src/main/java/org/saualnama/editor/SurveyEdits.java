package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.texts.Texts;

/** Settings of the survey as a whole. */
final class SurveyEdits {
  /** Residual options that most surveys have; the texts know words for them. */
  static final List<String> USUAL = List.of("hard_to_say", "prefer_not_to_say");

  private static final List<String> KNOWN = List.of("kk", "ru", "en");

  private SurveyEdits() {}

  /**
   * The survey's languages; new ones come behind those that stay. Words in one that is left out go
   * with it; undo brings them back.
   */
  static Edit languages(List<String> languages) {
    return tree -> {
      if (languages.isEmpty() || !KNOWN.containsAll(languages)) {
        throw Wrong.field("languages", "no_language", "A survey needs at least one language.");
      }
      List<String> before = Parts.strings(tree.path("languages"));
      List<String> after = new ArrayList<>(before);
      after.retainAll(languages);
      languages.stream().filter(l -> !after.contains(l)).forEach(after::add);
      Parts.fill(tree, "languages", after);
      before.stream().filter(l -> !after.contains(l)).forEach(l -> silence(tree, l));
    };
  }

  private static void silence(JsonNode node, String language) {
    if (Missing.isText(node)) {
      ((ObjectNode) node).remove(language);
      return;
    }
    node.forEach(child -> silence(child, language));
  }

  /** {@code sensitive} or {@code ordinary}. */
  static Edit sensitivity(String sensitivity) {
    return tree -> {
      if (!List.of("sensitive", "ordinary").contains(sensitivity)) {
        throw Wrong.field("sensitivity", "unknown_field", "Choose one of the two.");
      }
      tree.put("sensitivity", sensitivity);
    };
  }

  /** One of the {@link #USUAL} residual options, with its usual words. */
  static Edit usualResidual(String code, Texts texts) {
    return tree -> {
      if (!USUAL.contains(code)) {
        throw Wrong.gone("option", code);
      }
      ObjectNode words = Parts.object(Parts.object(tree, "residual_options"), code);
      for (String language : Parts.strings(tree.path("languages"))) {
        words.put(language, texts.text(language, "residual." + code));
      }
    };
  }

  /** Removes a residual option that no question ends with any more. */
  static Edit removeResidual(String code) {
    return tree -> {
      for (JsonNode question : Parts.questions(tree)) {
        if (Parts.strings(question.path("residuals")).contains(code)) {
          String owner = QuestionEdits.code(question);
          throw Wrong.field(
              owner,
              "needed_by_question",
              "Question '" + owner + "' ends with it. Untick it first.");
        }
      }
      if (tree.path("residual_options") instanceof ObjectNode residuals) {
        residuals.remove(code);
        if (residuals.isEmpty()) {
          tree.remove("residual_options");
        }
      }
    };
  }
}
