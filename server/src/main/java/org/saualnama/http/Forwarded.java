package org.saualnama.http;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom proxies say they speak for: {@code Forwarded} (RFC 7239), or {@code X-Forwarded-For}. */
final class Forwarded {
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|[;,])\\s*for=(?:\"([^\"]*)\"|([^;,\\s\"]*))");
  private static final Pattern PORT =
      Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|(\\d[\\d.]*):\\d+");

  private Forwarded() {}

  /** In their order, the nearest last; as they are written, but without a port. */
  static List<String> addresses(MultiMap headers) {
    List<String> standard = standard(headers.getAll("Forwarded"));
    List<String> usual = usual(headers.getAll("X-Forwarded-For"));
    if (standard.isEmpty() || usual.isEmpty()) {
      return standard.isEmpty() ? usual : standard;
    }
    // A proxy writes one of them and may pass on what its client made up as the other.
    return last(standard).equals(last(usual)) ? usual : List.of();
  }

  private static List<String> standard(List<String> values) {
    List<String> addresses = new ArrayList<>();
    Matcher found = FOR.matcher(String.join(",", values));
    while (found.find()) {
      addresses.add(plain(found.group(1) != null ? found.group(1) : found.group(2)));
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
