package org.saualnama.http;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom proxies say they speak for: {@code Forwarded} (RFC 7239), or {@code X-Forwarded-For}. */
final class Forwarded {
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";

  // A quoted string of another parameter is one match, so that nothing in it is another.
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|[;,])\\s*for=(?:\"([^\"]*)\"|([^;,\\s\"]*))|" + QUOTED);
  private static final Pattern PORT =
      Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|(\\d[\\d.]*):\\d+");

  private Forwarded() {}

  /** In their order, the nearest last; as they are written, but without a port. */
  static List<String> addresses(MultiMap headers) {
    String forwarded = String.join(",", headers.getAll("Forwarded"));
    if (forwarded.replaceAll(QUOTED, "").contains("\"")) {
      // A quote that a client opened could hide what its proxy wrote after it.
      return List.of();
    }
    List<String> standard = standard(forwarded);
    List<String> usual = usual(headers.getAll("X-Forwarded-For"));
    if (standard.isEmpty() || usual.isEmpty()) {
      return standard.isEmpty() ? usual : standard;
    }
    // A proxy writes one of them and may pass on what its client made up as the other.
    return last(standard).equals(last(usual)) ? usual : List.of();
  }

  private static List<String> standard(String value) {
    List<String> addresses = new ArrayList<>();
    Matcher found = FOR.matcher(value);
    while (found.find()) {
      String node = found.group(1) != null ? found.group(1) : found.group(2);
      if (node != null) {
        addresses.add(plain(node));
      }
    }
    return addresses;
  }

  private static List<String> usual(List<String> values) {
    return values.stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(part -> plain(part.strip()))
        .toList();
  }

  private static String last(List<String> addresses) {
    return addresses.get(addresses.size() - 1);
  }

  private static String plain(String node) {
    Matcher found = PORT.matcher(node);
    if (!found.matches()) {
      return node;
    }
    return found.group(1) != null ? found.group(1) : found.group(2);
  }
}
