package org.saualnama.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.submission.Collector;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;

/**
 * What a table is split by: a segment, another question, or the collector where several are mixed.
 *
 * @param code of the item, or {@link #COLLECTOR}
 * @param categories name to the codes that it stands for, of which one must have been chosen
 * @param overlaps whether somebody may be in several categories
 */
record Axis(String code, Map<String, List<String>> categories, boolean overlaps) {
  /** Stands for the collector, which is no question. */
  static final String COLLECTOR = "collector";

  /** All codes of an item, each for itself, but for those that end the survey. */
  static Axis of(Item item) {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    for (String code : item.counted()) {
      categories.put(code, List.of(code));
    }
    return new Axis(item.code(), categories, overlaps(item));
  }

  /** Codes of an item joined under names; the others are left out. */
  static Axis of(Item item, Map<String, List<String>> groups) {
    long named = groups.values().stream().mapToLong(List::size).sum();
    long distinct = groups.values().stream().flatMap(List::stream).distinct().count();
    return new Axis(item.code(), groups, overlaps(item) || distinct < named);
  }

  /** The collectors of a mixed pool. */
  static Axis of(List<Collector> collectors) {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    collectors.forEach(one -> categories.put(one.code(), List.of(one.code())));
    return new Axis(COLLECTOR, categories, false);
  }

  boolean isCollector() {
    return code.equals(COLLECTOR);
  }

  /** Whether several of its codes can be chosen. */
  static boolean overlaps(Item item) {
    return item.question().type() == AnswerType.MULTIPLE;
  }
}
