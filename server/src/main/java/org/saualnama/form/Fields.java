package org.saualnama.form;

import java.util.List;
import java.util.Map;

/**
 * A form's fields as they were posted, by name. The form's own begin with an underscore, which no
 * code in a survey does.
 */
record Fields(Map<String, List<String>> values) {
  static final String STATE = "_state";
  static final String GO = "_go";
  static final String LANGUAGE = "_lang";
  static final String CONSENT = "_consent";

  static final Fields NONE = new Fields(Map.of());

  /** What was posted under {@code name}, or nothing. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first of it, or an empty string. */
  String one(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  boolean goes(String where) {
    return one(GO).equals(where);
  }
}
