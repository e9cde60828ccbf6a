package org.saualnama.manual;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the contract gives as an example, and what it is answered with. Tests send each.
 *
 * @param path with its query, as it may be typed
 * @param body "" for none
 */
public record Example(
    String method, String path, Map<String, String> headers, String body, int status) {

  /** As the contract writes it under {@code x-examples}. */
  public static Example of(JsonNode node) {
    String[] request = node.path("request").asText().split(" ", 2);
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    JsonNode body = node.path("body");
    return new Example(
        request[0],
        request[1],
        headers,
        body.isMissingNode() ? "" : body.toString(),
        node.path("status").asInt());
  }

  /** For a shell. */
  public String curl(URI server) {
    StringBuilder curl =
        new StringBuilder("curl -g '" + server.resolve("/") + path.substring(1) + "'");
    headers.forEach(
        (name, value) ->
            curl.append(" \\\n  -H '").append(name).append(": ").append(value).append("'"));
    if (!body.isEmpty()) {
      curl.append(" \\\n  -d '").append(body.replace("'", "'\\''")).append("'");
    }
    return curl.toString();
  }
}
