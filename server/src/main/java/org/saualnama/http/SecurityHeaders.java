package org.saualnama.http;

import io.vertx.core.http.HttpServerResponse;

/** What every answer tells browsers not to do with it; a page or a published figure allows more. */
final class SecurityHeaders {
  static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

  /** A year, for this host alone: what else its owner serves is not for us to say. */
  private static final String HTTPS_ONLY = "max-age=31536000";

  private static final String NOTHING_OF_THE_DEVICE =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  private SecurityHeaders() {}

  static void put(HttpServerResponse response, boolean encrypted) {
    response
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Permissions-Policy", NOTHING_OF_THE_DEVICE)
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader(RESOURCE_POLICY, "same-origin");
    if (encrypted) {
      response.putHeader("Strict-Transport-Security", HTTPS_ONLY);
    }
  }

  /** Lets others' pages show it. */
  static void open(HttpServerResponse response) {
    response.putHeader(RESOURCE_POLICY, "cross-origin");
  }
}
