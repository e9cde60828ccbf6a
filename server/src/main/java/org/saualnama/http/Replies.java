package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.saualnama.json.Json;

/** The few shapes of a good answer. */
public final class Replies {
  /** Where the server's handlers find the notice. */
  static final String NOTICE = "notice";

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

  static Map<String, Object> withNotice(RoutingContext context, Map<String, ?> body) {
    Map<String, Object> all = new LinkedHashMap<>(body);
    notice(context).ifPresent(notice -> all.put("notice", notice));
    return all;
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
