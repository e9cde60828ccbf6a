package org.saualnama.http;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;

/** Which of the offered languages a reader gets. */
public final class Languages {
  private Languages() {}

  /** By the path's {@code lang}, then the query's, then the browser's; else the first offered. */
  public static String best(RoutingContext context, List<String> offered) {
    String asked = context.pathParam("lang");
    if (asked == null) {
      asked = context.request().getParam("lang");
    }
    if (asked != null && offered.contains(asked)) {
      return asked;
    }
    return browsers(context, offered);
  }

  /** By the browser's wish; else the first offered. */
  public static String browsers(RoutingContext context, List<String> offered) {
    return context.acceptableLanguages().stream()
        .map(LanguageHeader::tag)
        // A header such as "-;q=" has a language without a tag.
        .filter(Objects::nonNull)
        .filter(offered::contains)
        .findFirst()
        .orElse(offered.get(0));
  }
}
