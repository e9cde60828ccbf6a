package org.saualnama.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets scripts in anybody's pages read what is published, without the reader's credentials; see <a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch</a>.
 */
final class CrossOrigin {
  private CrossOrigin() {}

  /** Says so with an answer, whoever asks, so that caches need not tell readers apart. */
  static void allow(RoutingContext context) {
    open(context.response())
        .putHeader(
            "Access-Control-Expose-Headers",
            "ETag, RateLimit, RateLimit-Policy, Retry-After, Saualnama-Notice, X-Request-Id");
    context.next();
  }

  /** Answers a browser that asks before it sends a script's request. */
  static void preflight(RoutingContext context) {
    open(context.response())
        .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST")
        .putHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match")
        .putHeader("Access-Control-Max-Age", "86400")
        .setStatusCode(204)
        .end();
  }

  private static HttpServerResponse open(HttpServerResponse response) {
    SecurityHeaders.open(response);
    return response.putHeader("Access-Control-Allow-Origin", "*");
  }
}
