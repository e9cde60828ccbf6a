package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Carries a new code to every place of a definition that names the old one. */
final class Renaming {
  /** The lists of a question that name its options. */
  static final List<String> NAMING = List.of("exclusive", "open", "screen_out");

  private Renaming() {}

  static void question(ObjectNode tree, String old, String code) {
    UnaryOperator<String> item =
        name -> Uses.isOf(name, old) ? code + name.substring(old.length()) : name;
    Uses.conditions(tree).forEach(use -> keys(use.condition(), item));
    UnaryOperator<String> whole = name -> name.equals(old) ? code : name;
    values(tree.path("segments"), whole);
    if (tree.path("core").asText().equals(old)) {
      tree.put("core", code);
    }
    for (JsonNode margin : tree.path("weighting").path("margins")) {
      values(margin.path("segments"), whole);
    }
  }

  static void option(ObjectNode tree, ObjectNode question, String old, String code) {
    UnaryOperator<String> whole = name -> name.equals(old) ? code : name;
    NAMING.forEach(list -> values(question.path(list), whole));
    question.path("order").forEach(codes -> values(codes, whole));
    question.path("wordings").forEach(wording -> keys(wording.path("options"), whole));
    for (JsonNode rule : question.path("set_if")) {
      if (rule.path("code").asText().equals(old)) {
        ((ObjectNode) rule).put("code", code);
      }
    }
    String owner = QuestionEdits.code(question);
    for (Uses.Use use : Uses.conditions(tree)) {
      for (Map.Entry<String, JsonNode> entry : use.condition().properties()) {
        if (Uses.isOf(entry.getKey(), owner)) {
          values(entry.getValue(), whole);
        }
      }
    }
    for (JsonNode margin : tree.path("weighting").path("margins")) {
      if (Parts.strings(margin.path("segments")).contains(owner)) {
        margin.path("groups").forEach(codes -> values(codes, whole));
      }
    }
  }

  static void row(ObjectNode tree, ObjectNode question, String old, String code) {
    String owner = QuestionEdits.code(question) + ".";
    question
        .path("row_order")
        .forEach(codes -> values(codes, name -> name.equals(old) ? code : name));
    Uses.conditions(tree)
        .forEach(
            use -> keys(use.condition(), name -> name.equals(owner + old) ? owner + code : name));
  }

  private static void keys(JsonNode node, UnaryOperator<String> name) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> renamed = new LinkedHashMap<>();
      object.properties().forEach(e -> renamed.put(name.apply(e.getKey()), e.getValue()));
      object.removeAll();
      object.setAll(renamed);
    }
  }

  private static void values(JsonNode node, UnaryOperator<String> name) {
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, list.textNode(name.apply(list.get(i).asText())));
      }
    }
  }
}
