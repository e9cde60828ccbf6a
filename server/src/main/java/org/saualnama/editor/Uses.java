package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what hangs on a question or an option, so that nothing is removed under it. */
final class Uses {
  private final JsonNode tree;

  Uses(JsonNode tree) {
    this.tree = tree;
  }

  /** A condition and the question it belongs to. */
  record Use(String question, String part, ObjectNode condition) {}

  /** All conditions of the form. */
  static List<Use> conditions(JsonNode tree) {
    List<Use> all = new ArrayList<>();
    for (JsonNode question : Parts.questions(tree)) {
      String code = QuestionEdits.code(question);
      for (String part : List.of("ask_if", "ask_unless")) {
        if (question.path(part) instanceof ObjectNode condition) {
          all.add(new Use(code, part, condition));
        }
      }
      for (JsonNode rule : question.path("set_if")) {
        if (rule.path("if") instanceof ObjectNode condition) {
          all.add(new Use(code, "set_if", condition));
        }
      }
    }
    return all;
  }

  /** Whether a condition's item is the question, or a row of it. */
  static boolean isOf(String item, String question) {
    return item.equals(question) || item.startsWith(question + ".");
  }

  /**
   * Refuses to take a question away under a condition or margin.
   *
   * @param leaving what goes with it, so that its own conditions don't count
   */
  void refuseIfNeeded(String question, Collection<String> leaving) {
    List<Use> uses =
        conditions(tree).stream()
            .filter(use -> !leaving.contains(use.question()))
            .filter(use -> items(use).stream().anyMatch(item -> isOf(item, question)))
            .toList();
    refuse("question '" + question + "'", uses);
    refuseIfMargin(question);
  }

  /** Refuses to take a segment away under a margin. */
  void refuseIfMargin(String question) {
    for (JsonNode margin : tree.path("weighting").path("margins")) {
      if (Parts.strings(margin.path("segments")).contains(question)) {
        throw Wrong.field(
            question,
            "needed_by_margin",
            "Weighting needs question '"
                + question
                + "' for its margin '"
                + margin.path("margin").asText()
                + "'. Remove that margin first.");
      }
    }
  }

  /** Refuses to take an option away under a condition. */
  void refuseIfOptionNeeded(String question, String option) {
    List<Use> uses =
        conditions(tree).stream()
            .filter(
                use ->
                    items(use).stream()
                        .filter(item -> isOf(item, question))
                        .anyMatch(i -> Parts.strings(use.condition().path(i)).contains(option)))
            .toList();
    refuse("option '" + option + "' of question '" + question + "'", uses);
  }

  /** Refuses to take a row of a grid away under a condition. */
  void refuseIfRowNeeded(String question, String row) {
    List<Use> uses =
        conditions(tree).stream().filter(use -> use.condition().has(question + "." + row)).toList();
    refuse("row '" + row + "' of question '" + question + "'", uses);
  }

  private static void refuse(String what, List<Use> uses) {
    if (!uses.isEmpty()) {
      String where =
          uses.stream()
              .map(use -> "'" + use.part() + "' of question '" + use.question() + "'")
              .distinct()
              .collect(Collectors.joining(", "));
      throw Wrong.field(
          uses.get(0).question(),
          "needed_by_condition",
          "The condition " + where + " needs " + what + ". Change that condition first.");
    }
  }

  private static List<String> items(Use use) {
    List<String> items = new ArrayList<>();
    use.condition().fieldNames().forEachRemaining(items::add);
    return items;
  }

  /** Takes a question that is gone out of the lists that only name it. */
  static void forget(ObjectNode tree, String question) {
    List<String> segments = new ArrayList<>(Parts.strings(tree.path("segments")));
    if (segments.remove(question)) {
      Parts.fill(tree, "segments", segments);
    }
    if (tree.path("core").asText().equals(question)) {
      tree.remove("core");
    }
  }
}
