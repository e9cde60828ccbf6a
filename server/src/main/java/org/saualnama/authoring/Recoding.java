package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;

/** The code that a definition gives its survey, read and replaced. */
public final class Recoding {
  private static final Pattern LINE = Pattern.compile("survey:[ \\t]+[\"']?[\\w-]+[\"']?(?=\\s|$)");

  private Recoding() {}

  /** The code, if the definition can be read so far. */
  public static Optional<String> code(String definition) {
    JsonNode code = DefinitionSource.of(DraftCheck.FILE, definition).tree().path("survey");
    return Optional.of(code).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The definition under another code, its comments kept where its code stands on a line alone. */
  public static String as(String definition, String code) {
    DefinitionSource source = DefinitionSource.of(DraftCheck.FILE, definition);
    if (!(source.tree() instanceof ObjectNode tree)) {
      return definition;
    }
    Matcher line = Pattern.compile("(?m)^" + LINE).matcher(definition);
    if (line.find()) {
      String changed =
          definition.substring(0, line.start())
              + "survey: "
              + quoted(code)
              + definition.substring(line.end());
      if (code(changed).equals(Optional.of(code))) {
        return changed;
      }
    }
    return DefinitionYaml.text(tree.deepCopy().put("survey", code));
  }

  /** Between quotes, or a code such as 2026 would be a number. */
  private static String quoted(String code) {
    return code.matches("(?!(true|false|null)$)[A-Za-z][\\w-]*") ? code : '"' + code + '"';
  }
}
