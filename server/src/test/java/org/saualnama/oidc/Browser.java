package org.saualnama.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.saualnama.Node;

/**
 * What a browser does on the way to a provider and back: it keeps cookies and follows addresses.
 */
final class Browser {
  final Map<String, String> cookies = new HashMap<>();
  private final Node node;

  Browser(Node node) {
    this.node = node;
  }

  /** Leaves for the provider; the address it is sent to. */
  String leave(String next) {
    HttpResponse<String> away = get("/studio/oidc/start?next=" + encoded(next));
    assertEquals(303, away.statusCode(), away::body);
    return away.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> back(Map<String, String> brought) {
    return get(
        OidcRoutes.CALLBACK
            + "?"
            + brought.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
  }

  HttpResponse<String> get(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(node.uri(path));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> response = node.send(request);
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.replaceFirst(";.*", "");
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    cookies.values().removeIf(String::isEmpty);
    return response;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
