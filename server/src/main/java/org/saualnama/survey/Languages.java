package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds every text to exactly the survey's languages, so that nobody meets a blank. */
final class Languages {
  private final List<String> wanted;
  private final Set<String> known = DefinitionSchema.languages();
  private final JsonNode tree;
  private final Problems problems;

  private Languages(Draft draft, Problems problems) {
    this.wanted = draft.survey().languages();
    this.tree = draft.source().tree();
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    Languages languages = new Languages(draft, problems);
    languages.walk(languages.tree, "");
  }

  private void walk(JsonNode node, String pointer) {
    if (isText(node)) {
      compare(node, pointer);
      return;
    }
    int index = 0;
    for (JsonNode child : node.isArray() ? node : List.<JsonNode>of()) {
      walk(child, pointer + "/" + index++);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      walk(entry.getValue(), pointer + DefinitionSource.step(entry.getKey()));
    }
  }

  /** In a definition of the right shape, only texts map languages to words. */
  private boolean isText(JsonNode node) {
    if (!node.isObject() || node.isEmpty()) {
      return false;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name) || !node.get(name).isTextual()) {
        return false;
      }
    }
    return true;
  }

  private void compare(JsonNode text, String pointer) {
    for (String language : wanted) {
      if (text.path(language).asText().isBlank()) {
        String message = Subject.of(tree, pointer) + " has no words in '" + language + "'";
        problems.at(pointer, message, "add '" + language + "' beside the other languages");
      }
    }
    for (Iterator<String> names = text.fieldNames(); names.hasNext(); ) {
      String language = names.next();
      if (!wanted.contains(language)) {
        String message = Subject.of(tree, pointer) + " has words in '" + language + "'";
        String mend = "remove them, or add '" + language + "' to languages and to every text";
        problems.at(pointer + "/" + language, message + ", which is none of its languages", mend);
      }
    }
  }
}
