package org.saualnama.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;

/** The API's request body, parsed; what it means is {@link SentSubmission}'s matter. */
public final class SubmissionParser {
  private static final Set<String> MEMBERS =
      Set.of("version", "language", "consent", "answers", "first", "wording");
  private static final Set<String> OF_AN_INTERVIEW = Set.of("answers", "first", "wording");

  private SubmissionParser() {}

  /**
   * Parses {@code body}.
   *
   * @throws Refusal (malformed) naming the member that is wrong
   */
  public static SentSubmission parse(byte[] body) {
    JsonNode sent = object("body", body, MEMBERS);
    JsonNode version = sent.path("version");
    if (!version.canConvertToInt() || !version.isIntegralNumber()) {
      throw wrong("version", "the number of the survey's version that was answered");
    }
    JsonNode language = sent.path("language");
    if (!language.isTextual()) {
      throw wrong("language", "the language of the form, such as \"kk\"");
    }
    JsonNode consent = sent.path("consent");
    if (!consent.isBoolean() && !consent.isMissingNode()) {
      throw wrong("consent", "true or false");
    }
    return new SentSubmission(
        version.intValue(),
        language.textValue(),
        consent.booleanValue(),
        members(sent, "answers"),
        new Shown(strings(sent, "first"), strings(sent, "wording")));
  }

  /**
   * Parses one interview of many: a body without what all of them share. Whoever sends it vouches
   * that the respondent agreed.
   *
   * @throws Refusal (malformed) naming the member that is wrong
   */
  public static SentSubmission parseInterview(byte[] line, int version, String language) {
    JsonNode sent = object("line", line, OF_AN_INTERVIEW);
    return new SentSubmission(
        version,
        language,
        true,
        members(sent, "answers"),
        new Shown(strings(sent, "first"), strings(sent, "wording")));
  }

  private static JsonNode object(String whole, byte[] bytes, Set<String> known) {
    JsonNode sent;
    try {
      sent = Json.readUntrusted(bytes);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(whole, "not_json", "The " + whole + " " + e.getMessage() + ".");
    }
    if (!sent.isObject()) {
      throw Refusal.malformed(whole, "wrong_shape", "The " + whole + " must be a JSON object.");
    }
    for (Map.Entry<String, JsonNode> member : sent.properties()) {
      if (!known.contains(member.getKey())) {
        throw Refusal.malformed(
            whole,
            "unknown_member",
            "The %s has a member that is not one of %s."
                .formatted(whole, String.join(", ", new TreeSet<>(known))));
      }
    }
    return sent;
  }

  private static Map<String, JsonNode> members(JsonNode sent, String name) {
    JsonNode object = sent.path(name);
    if (object.isMissingNode() && !"answers".equals(name)) {
      return Map.of();
    }
    if (!object.isObject()) {
      throw wrong(name, "an object by question");
    }
    Map<String, JsonNode> members = new HashMap<>(2 * object.size());
    object.properties().forEach(property -> members.put(property.getKey(), property.getValue()));
    return members;
  }

  private static Map<String, String> strings(JsonNode sent, String name) {
    Map<String, String> strings = new HashMap<>();
    members(sent, name)
        .forEach(
            (key, value) -> {
              if (!value.isTextual()) {
                throw wrong(name, "an object of question to code");
              }
              strings.put(key, value.textValue());
            });
    return strings;
  }

  private static Refusal wrong(String member, String wanted) {
    return Refusal.malformed(member, "wrong_shape", "'" + member + "' must be " + wanted + ".");
  }
}
