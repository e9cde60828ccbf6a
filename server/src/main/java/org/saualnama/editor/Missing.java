package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the texts that a part of the form still lacks, by language. */
final class Missing {
  private static final Set<String> TEXTS =
      Set.of("text", "hint", "short", "title", "low", "high", "agree", "decline");
  private static final Set<String> LANGUAGES = Set.of("kk", "ru", "en");

  private Missing() {}

  /** How many texts have no words, by each of {@code languages} that lacks any. */
  static Map<String, Integer> in(JsonNode part, List<String> languages) {
    List<JsonNode> texts = new ArrayList<>();
    collect(part, "", texts);
    Map<String, Integer> missing = new LinkedHashMap<>();
    for (String language : languages) {
      int count = (int) texts.stream().filter(t -> t.path(language).asText().isBlank()).count();
      if (count > 0) {
        missing.put(language, count);
      }
    }
    return missing;
  }

  private static void collect(JsonNode node, String name, List<JsonNode> texts) {
    if (node.isObject() && (isText(node) || (node.isEmpty() && TEXTS.contains(name)))) {
      texts.add(node);
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      collect(entry.getValue(), entry.getKey(), texts);
    }
    for (JsonNode child : node.isArray() ? node : List.<JsonNode>of()) {
      collect(child, name, texts);
    }
  }

  /** Whether a part maps languages to words. */
  static boolean isText(JsonNode node) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!LANGUAGES.contains(names.next())) {
        return false;
      }
    }
    return node.isObject() && !node.isEmpty();
  }
}
