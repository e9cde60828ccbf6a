package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a definition, typed by hand and maybe half done, can be shown as a form at all. */
final class Shape {
  private static final int LONGEST = 40;

  private final Set<String> questions = new HashSet<>();

  private Shape() {}

  /** What keeps the form view from telling the parts apart; empty if nothing does. */
  static Optional<String> fault(JsonNode tree) {
    return tree.isObject()
        ? new Shape().pages(tree.path("pages"))
        : Optional.of("The definition is no map of names and values.");
  }

  private Optional<String> pages(JsonNode pages) {
    if (!isListOrNothing(pages)) {
      return Optional.of("'pages' is no list.");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode page : pages) {
      if (!named(page, "page", seen)) {
        return Optional.of("A page has no code of its own.");
      }
      Optional<String> fault = questions(page.path("questions"));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<String> questions(JsonNode list) {
    if (!isListOrNothing(list)) {
      return Optional.of("'questions' of a page is no list.");
    }
    for (JsonNode question : list) {
      if (!named(question, "question", questions)) {
        return Optional.of("A question has no code of its own.");
      }
      for (String part : new String[] {"options", "rows"}) {
        Set<String> codes = new HashSet<>();
        JsonNode items = question.path(part);
        if (!isListOrNothing(items) || !allNamed(items, codes)) {
          String code = question.get("question").asText();
          return Optional.of("'" + part + "' of '" + code + "' have no codes of their own.");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean allNamed(JsonNode items, Set<String> codes) {
    for (JsonNode item : items) {
      if (!named(item, "code", codes)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isListOrNothing(JsonNode node) {
    return node.isArray() || node.isMissingNode() || node.isNull();
  }

  /** A code that could stand in the name of a field, and stands for one part only. */
  private static boolean named(JsonNode part, String key, Set<String> seen) {
    String code = part.path(key).asText("");
    return part.path(key).isTextual()
        && code.length() <= LONGEST
        && code.matches("[A-Za-z0-9][A-Za-z0-9_-]*")
        && seen.add(code);
  }
}
