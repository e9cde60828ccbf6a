package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.refusal.Refusal;
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

  /**
   * A draft stays the draft of its survey, or its author would publish another's; one that can't be
   * read yet is let be.
   *
   * @throws Refusal (malformed) if {@code definition} has another code
   */
  public static void keepsCode(String survey, String definition) {
    if (code(definition).filter(code -> !code.equals(survey)).isPresent()) {
      throw otherCode(survey);
    }
  }

  static Refusal otherCode(String survey) {
    return Refusal.malformed(
        "survey",
        "other_code",
        "This is the draft of '" + survey + "'. Duplicate it to give it another code.");
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
