package org.saualnama.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.refusal.Refusal.Problem;

/** Gathers the cells of one row into answers as the API knows them. */
final class RowAnswers {
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Set<String> denied = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  void put(String field, JsonNode answer) {
    answers.put(field, answer);
  }

  void putInGrid(String question, String row, JsonNode answer) {
    ObjectNode rows =
        (ObjectNode) answers.computeIfAbsent(question, q -> JsonNodeFactory.instance.objectNode());
    rows.set(row, answer);
  }

  void choose(String question, String option) {
    ArrayNode chosen =
        (ArrayNode) answers.computeIfAbsent(question, q -> JsonNodeFactory.instance.arrayNode());
    chosen.add(option);
  }

  /** An option was not chosen, so its question was answered. */
  void deny(String question) {
    denied.add(question);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** By question; empty if nothing was answered. */
  Map<String, JsonNode> answers() {
    return answers;
  }

  /** What can't be read, after all cells are in. */
  List<Problem> problems() {
    for (String question : denied) {
      if (!answers.containsKey(question) && problems.isEmpty()) {
        problems.add(
            new Problem(
                question,
                "nothing_chosen",
                "every option is 0: leave all cells empty if it was skipped, or give 1 to an"
                    + " option such as \"none of these\""));
      }
    }
    return problems;
  }
}
