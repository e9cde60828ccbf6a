package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Names each request, so that whoever meets a failure can quote it and the log's line is found.
 *
 * <p>At random, and never as the client wishes: a name of its own choice could be somebody's. One
 * for each event loop; not safe for threads.
 */
public final class RequestIds {
  static final String HEADER = "X-Request-Id";

  private static final String ID = "request-id";

  private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());

  RequestIds() {}

  /** Names a request, once even if it is routed anew. */
  void give(RoutingContext context) {
    String id = context.get(ID);
    if (id == null) {
      id = HexFormat.of().toHexDigits(random.nextLong());
      context.put(ID, id);
    }
    context.response().putHeader(HEADER, id);
  }

  /** The name of a request, as it was answered. */
  public static String of(RoutingContext context) {
    return context.get(ID, "none");
  }
}
