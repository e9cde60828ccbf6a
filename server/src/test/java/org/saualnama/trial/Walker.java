package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.Node;

/** Fills a form in over HTTP, page after page. */
public record Walker(Node node, String address) {
  private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]+)\"");

  /** From the consent to the last page, with the same {@code fields} on each. */
  public HttpResponse<String> walk(String language, String... fields) {
    HttpResponse<String> page = node.get(address + "/" + language);
    while (STATE.matcher(page.body()).find()) {
      page = post(state(page), fields);
    }
    return page;
  }

  /** The same, but leaves before the page after {@code pages} of them. */
  public void leave(int pages, String language, String... fields) {
    HttpResponse<String> page = node.get(address + "/" + language);
    for (int i = 0; i < pages; i++) {
      page = post(state(page), fields);
    }
  }

  HttpResponse<String> post(String state, String... fields) {
    StringBuilder body = new StringBuilder("_go=next&_consent=agree&_state=" + encoded(state));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
    }
    return node.send(
        HttpRequest.newBuilder(node.uri(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  static String state(HttpResponse<String> page) {
    Matcher state = STATE.matcher(page.body());
    assertTrue(state.find(), page.body());
    return state.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
