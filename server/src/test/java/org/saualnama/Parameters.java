package org.saualnama;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A query's parameters as the server hands them to those who read them. */
public final class Parameters {
  private Parameters() {}

  /** Of {@code a=1&b=2&a=3}, decoded already. */
  public static Map<String, List<String>> of(String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String parameter : query.split("&", -1)) {
      int end = parameter.indexOf('=');
      String name = end < 0 ? parameter : parameter.substring(0, end);
      String value = end < 0 ? "" : parameter.substring(end + 1);
      parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return parameters;
  }
}
