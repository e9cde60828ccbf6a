package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Which of the two formats of a table a client wants. */
public final class Accepted {
  private static final List<String> CSV = List.of("text/csv", "text/*");
  private static final List<String> JSON = List.of("application/json", "application/*", "*/*");

  private Accepted() {}

  /** Whether CSV comes before JSON among what a client accepts, the most wanted first. */
  public static boolean prefersCsv(RoutingContext context) {
    return context.parsedHeaders().accept().stream()
        .filter(type -> type.weight() > 0)
        .map(type -> type.component() + "/" + type.subComponent())
        .filter(type -> CSV.contains(type) || JSON.contains(type))
        .findFirst()
        .filter(CSV::contains)
        .isPresent();
  }
}
