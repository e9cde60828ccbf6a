package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides who is asked, by the answers to questions of earlier pages. */
final class ConditionEdits {
  private static final Set<String> PARTS = Set.of("ask_if", "ask_unless");

  private ConditionEdits() {}

  /**
   * What a condition may look at.
   *
   * @param item a question, or {@code question.row} of a grid
   * @param codes what can be chosen
   */
  record Choice(String item, List<String> codes) {}

  /** What the pages before {@code question} offer. */
  static List<Choice> before(JsonNode tree, String question) {
    List<Choice> choices = new ArrayList<>();
    for (JsonNode page : tree.path("pages")) {
      if (Parts.codes(page.path("questions"), "question").contains(question)) {
        return choices;
      }
      page.path("questions").forEach(earlier -> add(choices, earlier));
    }
    return choices;
  }

  private static void add(List<Choice> choices, JsonNode question) {
    List<String> codes = Choices.codes(question);
    String code = QuestionEdits.code(question);
    JsonNode rows = question.path("rows");
    if (codes.isEmpty()) {
      return;
    }
    if (!question.path("type").asText().equals("grid")) {
      choices.add(new Choice(code, codes));
    } else {
      rows.forEach(row -> choices.add(new Choice(code + "." + row.path("code").asText(), codes)));
    }
  }

  /** Adds an answer to a condition: any of one question's answers will do, of each question one. */
  static Edit add(String question, String part, String item, String code) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      boolean offered =
          before(tree, question).stream()
              .anyMatch(choice -> choice.item().equals(item) && choice.codes().contains(code));
      if (!PARTS.contains(part) || !offered) {
        throw Wrong.field(
            part, "unknown_choice", "Choose an answer to a question on an earlier page.");
      }
      ArrayNode codes = Parts.list(Parts.object(node, part), item);
      if (!Parts.strings(codes).contains(code)) {
        codes.add(code);
      }
    };
  }

  /** Takes an answer out of a condition; a condition without any is gone. */
  static Edit remove(String question, String part, String item, String code) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      if (PARTS.contains(part) && node.path(part) instanceof ObjectNode condition) {
        OptionEdits.without(condition, item, code);
        if (condition.isEmpty()) {
          node.remove(part);
        }
      }
    };
  }

  /** The answers that a condition names, in order. */
  static List<Map.Entry<String, String>> named(JsonNode condition) {
    List<Map.Entry<String, String>> named = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : condition.properties()) {
      entry.getValue().forEach(code -> named.add(Map.entry(entry.getKey(), code.asText())));
    }
    return named;
  }
}
