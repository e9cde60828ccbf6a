package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Names a part of a definition by the codes around it, for pointers count and people don't. */
final class Subject {
  private static final Map<String, String> OWN_NAMES =
      Map.of("question", "question", "page", "page", "margin", "margin", "wording", "wording");
  private static final Map<String, String> LISTS = Map.of("options", "option", "rows", "row");

  private Subject() {}

  /** For example {@code 'text.kk' of option 'both' of question 'meaning'}. */
  static String of(JsonNode tree, String pointer) {
    JsonNode node = tree;
    String owner = "";
    String list = "";
    StringBuilder rest = new StringBuilder();
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      if (node.isArray()) {
        int index = Integer.parseInt(name);
        node = node.path(index);
        name = "#" + (index + 1);
      } else {
        node = node.path(name);
      }
      String named = named(node, list);
      if (named.isEmpty()) {
        rest.append(rest.isEmpty() ? "" : ".").append(name);
      } else {
        boolean inside = owner.startsWith("question ");
        owner = inside ? named + " of " + owner : named;
        rest.setLength(0);
      }
      list = name;
    }
    if (rest.isEmpty()) {
      return owner.isEmpty() ? "the survey" : owner;
    }
    return "'" + rest + "'" + (owner.isEmpty() ? "" : " of " + owner);
  }

  private static String named(JsonNode node, String list) {
    for (Map.Entry<String, String> own : OWN_NAMES.entrySet()) {
      if (node.path(own.getKey()).isTextual()) {
        return own.getValue() + " '" + node.path(own.getKey()).asText() + "'";
      }
    }
    return LISTS.containsKey(list) && node.path("code").isTextual()
        ? LISTS.get(list) + " '" + node.path("code").asText() + "'"
        : "";
  }
}
