package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes a definition as an author would: keys in the schema's order, short parts on one line, long
 * texts as they read. Reading it back gives the same tree; only comments are lost.
 */
public final class DefinitionYaml {
  private static final int WIDTH = 100;
  private static final int STEP = 2;
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
  private static final Pattern PLAIN =
      Pattern.compile("(?!(true|false|null)$)[A-Za-z][\\w-]{0,99}");
  private static final Pattern BLANK_AT_AN_END = Pattern.compile("(?m)^[ \\t]|[ \\t]$");

  private final StringBuilder out = new StringBuilder();

  private DefinitionYaml() {}

  /** The YAML of a definition's tree, whatever its shape. */
  public static String text(JsonNode tree) {
    JsonNode ordered = KeyOrder.of(tree);
    DefinitionYaml yaml = new DefinitionYaml();
    if (ordered.isContainerNode() && !ordered.isEmpty()) {
      yaml.block(ordered, 0);
    } else {
      yaml.out.append(flow(ordered)).append('\n');
    }
    return yaml.out.toString();
  }

  private void block(JsonNode node, int indent) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        out.append(" ".repeat(indent));
        entry(entry, indent);
      }
    } else {
      node.forEach(item -> item(item, indent));
    }
  }

  private void entry(Map.Entry<String, JsonNode> entry, int indent) {
    String key = key(entry.getKey()) + ":";
    out.append(key);
    JsonNode value = entry.getValue();
    if (isLongText(value)) {
      String margin = " ".repeat(indent + STEP);
      out.append(" |-\n");
      value.textValue().lines().forEach(l -> out.append(l.isEmpty() ? l : margin + l).append('\n'));
    } else if (fits(value, indent + key.length())) {
      out.append(' ').append(flow(value)).append('\n');
    } else {
      out.append('\n');
      block(value, indent + STEP);
    }
  }

  private void item(JsonNode item, int indent) {
    out.append(" ".repeat(indent)).append('-');
    if (fits(item, indent)) {
      out.append(' ').append(flow(item)).append('\n');
    } else if (item.isObject()) {
      String between = " ";
      for (Map.Entry<String, JsonNode> entry : item.properties()) {
        out.append(between);
        entry(entry, indent + STEP);
        between = " ".repeat(indent + STEP);
      }
    } else {
      out.append('\n');
      block(item, indent + STEP);
    }
  }

  /** Whether it goes on the line it begins on: what can't be split does, and what is short. */
  private static boolean fits(JsonNode node, int column) {
    return !node.isContainerNode()
        || node.isEmpty()
        || (depth(node) <= 2 && !holdsLongText(node) && column + flow(node).length() < WIDTH);
  }

  private static int depth(JsonNode node) {
    int deepest = 0;
    for (JsonNode child : node) {
      deepest = Math.max(deepest, depth(child));
    }
    return node.isContainerNode() ? deepest + 1 : 0;
  }

  private static boolean holdsLongText(JsonNode node) {
    return isLongText(node)
        || StreamSupport.stream(node.spliterator(), false).anyMatch(DefinitionYaml::holdsLongText);
  }

  private static boolean isLongText(JsonNode node) {
    String text = node.asText();
    return node.isTextual()
        && text.indexOf('\n') > 0
        && !text.endsWith("\n")
        && text.codePoints().allMatch(c -> c == '\n' || YamlText.isPlain(c))
        && !BLANK_AT_AN_END.matcher(text).find();
  }

  private static String flow(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(entry -> key(entry.getKey()) + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(DefinitionYaml::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node.isTextual()) {
      String text = node.textValue();
      return PLAIN.matcher(text).matches() ? text : YamlText.quoted(text);
    }
    return node.isNumber() ? node.decimalValue().toPlainString() : node.asText("null");
  }

  private static String key(String name) {
    return PLAIN_KEY.matcher(name).matches() ? name : YamlText.quoted(name);
  }
}
