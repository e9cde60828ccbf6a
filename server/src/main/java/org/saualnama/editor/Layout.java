package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What a form consists of, without its words: if only words change, nothing is drawn anew. */
record Layout(JsonNode bones) {
  private static final List<String> TICKS =
      List.of(
          "required",
          "lock",
          "strict",
          "min",
          "max",
          "max_length",
          "exclusive",
          "open",
          "screen_out");

  static Layout of(JsonNode tree) {
    JsonNode bones = tree.deepCopy();
    strip(bones);
    return new Layout(bones);
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(TICKS);
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        JsonNode value = entry.getValue();
        if (!Missing.isText(value)) {
          // From the inside out: what holds words only is nothing but its words.
          strip(value);
        }
        boolean nothing = value.isContainerNode() && value.isEmpty();
        if (nothing || Missing.isText(value)) {
          object.remove(entry.getKey());
        }
      }
    }
    if (node.isArray()) {
      node.forEach(Layout::strip);
    }
  }
}
