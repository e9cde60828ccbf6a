package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.saualnama.json.Json;

/** The few shapes of a good answer. */
public final class Replies {
  private Replies() {}

  /** {@code value} as JSON. */
  public static Future<Void> json(RoutingContext context, int status, Object value) {
    return bytes(context, status, "application/json", Json.write(value));
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
