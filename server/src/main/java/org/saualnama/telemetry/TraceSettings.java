package org.saualnama.telemetry;

import java.net.URI;

/**
 * Where traces go, for those who look into them.
 *
 * @param collector the root of its OTLP over HTTP, whose traces are at {@code v1/traces} below it
 * @param service what this installation is called there
 * @param ratio the share of requests that are traced, from 0 to 1; releases always are
 */
public record TraceSettings(URI collector, String service, double ratio) {
  /** Where spans are posted to. */
  String address() {
    String root = collector.toString();
    return root + (root.endsWith("/") ? "" : "/") + "v1/traces";
  }
}
