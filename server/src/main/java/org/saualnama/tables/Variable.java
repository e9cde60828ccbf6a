package org.saualnama.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.survey.Split;

/**
 * One dimension of a table.
 *
 * @param categories code to label, in the order of tables
 * @param groupings its codelists, if it is a segment
 */
record Variable(
    Kind kind, String code, String label, Map<String, String> categories, List<Split> groupings) {
  static final String ANSWER = "answer";
  static final String METRIC = "metric";
  static final String RELEASE = "release";

  /** What a dimension is made of. */
  enum Kind {
    ANSWER,
    SEGMENT,
    METRIC,
    RELEASE
  }

  /** A segment, by itself or by one of its groupings, whose code the dimension doesn't take. */
  static Variable segment(Split segment, Split by, List<Split> groupings, String language) {
    Map<String, String> categories = new LinkedHashMap<>();
    by.codes().forEach(code -> categories.put(code, by.label(code, language)));
    return new Variable(
        Kind.SEGMENT, segment.code(), segment.label().in(language), categories, groupings);
  }

  /** Whether leaving it out gives the total. */
  boolean eliminable() {
    return kind == Kind.SEGMENT;
  }

  List<String> codes() {
    return List.copyOf(categories.keySet());
  }
}
