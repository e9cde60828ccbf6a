package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Puts the names that the schema knows into its order; names that authors give keep theirs. */
final class KeyOrder {
  private KeyOrder() {}

  static JsonNode of(JsonNode tree) {
    return ordered(tree, DefinitionSchema.tree());
  }

  private static JsonNode ordered(JsonNode node, JsonNode rule) {
    JsonNode schema = DefinitionSchema.resolved(rule);
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(ordered(item, schema.path("items"))));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    JsonNode known = schema.path("properties");
    for (Map.Entry<String, JsonNode> property : known.properties()) {
      if (node.has(property.getKey())) {
        JsonNode value = node.get(property.getKey());
        object.set(property.getKey(), ordered(value, property.getValue()));
      }
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!known.has(property.getKey())) {
        JsonNode value = ordered(property.getValue(), schema.path("additionalProperties"));
        object.set(property.getKey(), value);
      }
    }
    return object;
  }
}
