package org.saualnama.tables;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;

/**
 * Addresses of this API, as its answers name them.
 *
 * @param server how readers reach it
 */
record Links(URI server, String language) {
  /** Where all of it is. */
  static final String BASE = "/api/v2";

  Map<String, Object> to(String rel, String path) {
    String href = server.resolve(BASE + path).toString();
    String lang = (href.contains("?") ? "&" : "?") + "lang=" + language;
    return Json.object("rel", rel, "hreflang", language, "href", href + lang);
  }

  /** To a table and what belongs to it. */
  List<Map<String, Object>> toTable(Table table) {
    String path = "/tables/" + escaped(table.id());
    return List.of(
        to("self", path), to("metadata", path + "/metadata"), to("data", path + "/data"));
  }

  Map<String, Object> toCodelist(String rel, String id) {
    return to(rel, "/codelists/" + escaped(id));
  }

  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
