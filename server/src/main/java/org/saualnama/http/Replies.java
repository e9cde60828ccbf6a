package org.saualnama.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** The few shapes of a good answer. */
public final class Replies {
  /** Where the server's handlers find the notice. */
  static final String NOTICE = "notice";

  /** Where a request for a head alone says so, which a route sees as one for the whole. */
  static final String HEAD = "head";

  private static final Pattern IS_JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");

  private Replies() {}

  /** {@code body} as JSON, with the server's notice if it has one. */
  public static Future<Void> json(RoutingContext context, int status, Map<String, ?> body) {
    return bytes(context, status, "application/json", Json.write(withNotice(context, body)));
  }

  /** The same for what nobody on the way may keep. */
  public static Future<Void> unkept(RoutingContext context, int status, Map<String, ?> body) {
    context.response().putHeader("Cache-Control", "no-store");
    return json(context, status, body);
  }

  /** Done, and there is nothing to say. */
  public static Future<Void> nothing(RoutingContext context) {
    return context.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
  }

  /** Hands a failure of {@code answer} on to where refusals are spoken. */
  public static void answer(RoutingContext context, Future<?> answer) {
    answer.onFailure(context::fail);
  }

  /**
   * The JSON object that was sent.
   *
   * @throws Refusal (unsupported type, malformed) if it is none
   */
  public static JsonNode body(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    if (type == null || !IS_JSON.matcher(type).matches()) {
      throw new Refusal(Reason.UNSUPPORTED_TYPE, "Send Content-Type: application/json.");
    }
    try {
      byte[] bytes =
          context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
      JsonNode body = Json.readUntrusted(bytes);
      if (body.isObject()) {
        return body;
      }
      throw new IllegalArgumentException("is no JSON object");
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("body", "not_json", "The body " + e.getMessage() + ".");
    }
  }

  static Map<String, Object> withNotice(RoutingContext context, Map<String, ?> body) {
    Map<String, Object> all = new LinkedHashMap<>(body);
    notice(context).ifPresent(notice -> all.put("notice", notice));
    return all;
  }

  /** Whether nobody waits for a body: what would never end must end at once. */
  public static boolean isHead(RoutingContext context) {
    return context.get(HEAD) != null;
  }

  /** What every answer of this server must say, such as that it is a demonstration. */
  public static Optional<String> notice(RoutingContext context) {
    return Optional.ofNullable(context.get(NOTICE));
  }

  /** Bytes as they are. */
  public static Future<Void> bytes(RoutingContext context, int status, String type, byte[] body) {
    return context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .end(Buffer.buffer(body));
  }
}
