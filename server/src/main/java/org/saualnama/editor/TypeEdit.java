package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes how a question is answered, and lets go of what the new type can't have. */
final class TypeEdit {
  /** In the order in which they are offered. */
  static final List<String> TYPES =
      List.of("single", "multiple", "scale", "grid", "number", "text");

  private static final Map<String, Set<String>> PARTS =
      Map.ofEntries(
          Map.entry("options", Set.of("single", "multiple", "grid")),
          Map.entry("order", Set.of("single", "multiple", "grid")),
          Map.entry("rows", Set.of("grid")),
          Map.entry("row_order", Set.of("grid")),
          Map.entry("scale", Set.of("scale")),
          Map.entry("min", Set.of("number")),
          Map.entry("max", Set.of("number")),
          Map.entry("max_length", Set.of("text")),
          Map.entry("residuals", Set.of("single", "multiple", "scale", "grid", "number")),
          Map.entry("exclusive", Set.of("multiple")),
          Map.entry("open", Set.of("single", "multiple")),
          Map.entry("screen_out", Set.of("single")),
          Map.entry("set_if", Set.of("single")),
          Map.entry("strict", Set.of("single", "scale", "grid")));

  private TypeEdit() {}

  /** Whether a question of this type may have {@code part}. */
  static boolean has(String type, String part) {
    return PARTS.getOrDefault(part, Set.of(type)).contains(type);
  }

  /** A question that may have {@code part}; refused if it has another type by now. */
  static ObjectNode that(ObjectNode tree, String question, String part) {
    ObjectNode node = Parts.question(tree, question).node();
    if (!has(node.path("type").asText(), part)) {
      throw Wrong.field(part, "not_of_type", "A question of this type has no '" + part + "'.");
    }
    return node;
  }

  /** Whether results can be split by it. */
  static boolean splits(String type) {
    return type.equals("single") || type.equals("scale");
  }

  /** Whether the results page can lead with it. */
  static boolean leads(String type) {
    return splits(type) || type.equals("multiple");
  }

  /** Another type; refused where a condition hangs on what it would take away. */
  static Edit set(String question, String type) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      String before = node.path("type").asText();
      if (!TYPES.contains(type)) {
        throw Wrong.field("type", "unknown_type", "Choose one of the types in the list.");
      }
      if (before.equals(type)) {
        return;
      }
      if (!samePlaces(before, type)) {
        new Uses(tree).refuseIfNeeded(question, List.of(question));
      }
      node.put("type", type);
      PARTS.keySet().stream().filter(part -> !has(type, part)).forEach(node::remove);
      complete(node, type);
      if (!splits(type)) {
        String core = tree.path("core").asText();
        Uses.forget(tree, question);
        if (core.equals(question) && leads(type)) {
          tree.put("core", core);
        }
      }
    };
  }

  /** Whether conditions on the one hold for the other as well. */
  private static boolean samePlaces(String before, String now) {
    Set<String> choices = Set.of("single", "multiple");
    return choices.contains(before) && choices.contains(now);
  }

  /** Gives a question what its type can't be without and nobody has to think about. */
  static void complete(ObjectNode question, String type) {
    JsonNode scale = question.path("scale");
    if (type.equals("scale") && !scale.isObject()) {
      ObjectNode points = question.putObject("scale").put("from", 1L).put("to", 5L);
      points.putObject("low");
      points.putObject("high");
    }
  }
}
