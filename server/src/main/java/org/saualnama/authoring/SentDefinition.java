package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;

/** A definition as a client sent it: YAML is kept as it is, JSON as the YAML that says the same. */
final class SentDefinition {
  private static final Pattern YAML = Pattern.compile("(?i)(application|text)/(x-)?yaml\\s*(;.*)?");
  private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  private SentDefinition() {}

  /**
   * The YAML to keep.
   *
   * @param type the content type
   * @throws Refusal (unsupported type, malformed)
   */
  static String yaml(String type, byte[] body) {
    if (type != null && JSON.matcher(type).matches()) {
      return fromJson(body);
    }
    if (type == null || !YAML.matcher(type).matches()) {
      throw new Refusal(
          Reason.UNSUPPORTED_TYPE, "Send Content-Type: application/yaml or application/json.");
    }
    String text = utf8(body);
    if (!Json.isStorable(text)) {
      throw malformed("not_text", "Send UTF-8 text without zero characters.");
    }
    return text;
  }

  private static String fromJson(byte[] body) {
    JsonNode tree;
    try {
      tree = Json.readUntrusted(body);
    } catch (IllegalArgumentException e) {
      throw malformed("not_json", "The body " + e.getMessage() + ".");
    }
    if (!tree.isObject()) {
      throw malformed("no_object", "Send a definition: a JSON object.");
    }
    return DefinitionYaml.text(tree);
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("not_utf8", "Send UTF-8 text.");
    }
  }

  /**
   * The code of a survey that is to begin.
   *
   * @throws Refusal (malformed) if the definition has none that will do
   */
  static String code(String yaml) {
    return checked(Recoding.code(yaml));
  }

  /** The same of a code that stands alone. */
  static String checked(Optional<String> code) {
    return code.filter(text -> CODE.matcher(text).matches())
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "survey",
                    "no_code",
                    "Give the survey a code of letters, digits, - and _, at most 40."));
  }

  /** The draft's tree as JSON. */
  static byte[] json(String yaml) {
    JsonNode tree = DefinitionSource.of(DraftCheck.FILE, yaml).tree();
    if (tree.isMissingNode()) {
      throw new Refusal(Reason.CONFLICT, "The draft is no YAML. Get it as application/yaml.");
    }
    return Json.write(tree);
  }

  private static Refusal malformed(String code, String detail) {
    return Refusal.malformed("body", code, detail);
  }
}
