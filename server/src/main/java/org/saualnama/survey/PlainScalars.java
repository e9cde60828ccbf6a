package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What an unquoted word of YAML means: JSON's types and nothing more, so that {@code no} and {@code
 * 2026-05-09} stay the texts they look like.
 */
final class PlainScalars extends Resolver {
  private static final Pattern WORD = Pattern.compile("true|false");
  private static final Pattern NOTHING = Pattern.compile("~|null|");
  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, WORD, "tf");
    addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
    addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
    addImplicitResolver(Tag.NULL, NOTHING, "~n");
    addImplicitResolver(Tag.NULL, NOTHING, null);
  }

  /** What a scalar says; empty if it carries a tag of its own that says something else. */
  Optional<JsonNode> value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (tag.equals(Tag.STR)) {
      return Optional.of(json.textNode(text));
    }
    if (!scalar.isPlain() || !tag.equals(resolve(NodeId.scalar, text, true))) {
      return Optional.empty();
    }
    if (tag.equals(Tag.INT)) {
      return Optional.of(json.numberNode(Long.parseLong(text)));
    }
    if (tag.equals(Tag.FLOAT)) {
      return Optional.of(json.numberNode(new BigDecimal(text)));
    }
    return Optional.of(
        tag.equals(Tag.BOOL) ? json.booleanNode(text.equals("true")) : json.nullNode());
  }
}
