package org.saualnama.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** A request's body that has to be a JSON object with known members. */
public final class JsonBody {
  private static final Predicate<String> IS_JSON =
      Pattern.compile("(?i)application/json\\s*(;.*)?").asMatchPredicate();

  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  /**
   * Reads it.
   *
   * @param members all it may have
   * @throws Refusal if it is something else
   */
  public static JsonBody of(RoutingContext context, String... members) {
    JsonNode object;
    try {
      object = Json.readUntrusted(bytes(context));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("body", "not_json", "The body " + e.getMessage() + ".");
    }
    if (!object.isObject()) {
      throw Refusal.malformed("body", "wrong_shape", "The body must be a JSON object.");
    }
    Set<String> known = Set.of(members);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!known.contains(member.getKey())) {
        throw Refusal.malformed(
            "body",
            "unknown_member",
            "The body may have " + String.join(", ", members) + ", nothing else.");
      }
    }
    return new JsonBody(object);
  }

  private static byte[] bytes(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    if (type == null || !IS_JSON.test(type)) {
      throw new Refusal(Reason.UNSUPPORTED_TYPE, "Send Content-Type: application/json.");
    }
    return context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
  }

  /** A text that must be there. */
  public String text(String member) {
    return optionalText(member)
        .orElseThrow(() -> Refusal.malformed(member, "missing", "Send " + member + "."));
  }

  /** A text that may be left out or null. */
  public Optional<String> optionalText(String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.malformed(member, "not_a_text", "Send " + member + " as a text.");
    }
    return Optional.of(value.textValue());
  }

  /** Any other member; a missing node if it isn't there. */
  public JsonNode member(String member) {
    return object.path(member);
  }
}
