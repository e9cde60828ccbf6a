package org.saualnama.conversion;

import java.util.List;
import java.util.Map;

/**
 * What an expression can look at: an item already placed in the definition.
 *
 * @param codes its codes by the values that the file has for them
 * @param fixed the code that is meant where the name is an option's own; or ""
 * @param several whether several codes may be chosen
 * @param page the page it stands on, counted from 0
 */
record Answerable(String item, Map<String, String> codes, String fixed, boolean several, int page) {
  /** The codes that {@code values} stand for; null if one of them is unknown. */
  List<String> codesOf(List<String> values) {
    if (!fixed.isEmpty()) {
      boolean chosen = values.stream().allMatch(v -> v.equals("Y") || v.equals("1"));
      return chosen ? List.of(fixed) : null;
    }
    boolean known = codes.keySet().containsAll(values);
    return known ? values.stream().map(codes::get).distinct().toList() : null;
  }

  /** What anybody answered has. */
  List<String> all() {
    return fixed.isEmpty() ? List.copyOf(codes.values()) : List.of(fixed);
  }
}
