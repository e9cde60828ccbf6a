package org.saualnama.http;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a query or a form sent, for code that knows no web. */
public final class Sent {
  private Sent() {}

  /** Each name with all its values in their order; free to be changed. */
  public static Map<String, List<String>> values(MultiMap sent) {
    Map<String, List<String>> values = new TreeMap<>();
    sent.names().forEach(name -> values.put(name, sent.getAll(name)));
    return values;
  }
}
