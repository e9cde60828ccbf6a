package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Questions that a file shows together. */
record SourceGroup(
    String name, Map<String, String> title, String where, List<SourceQuestion> questions) {
  static SourceGroup of(String name, Map<String, String> title, String where) {
    return new SourceGroup(name, title, where, new ArrayList<>());
  }
}
