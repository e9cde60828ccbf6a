package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways to put a whole together from published parts by the same segments: by the segments
 * themselves, by groupings of them, and where a group is not published by its members.
 */
final class Covers {
  private final Map<List<String>, List<Domain>> byAxes = new LinkedHashMap<>();

  void add(Domain domain) {
    byAxes.computeIfAbsent(domain.axes(), axes -> new ArrayList<>()).add(domain);
  }

  int count() {
    return byAxes.size();
  }

  /** All that is published by the axes at {@code first}, and of other axes what fits beside it. */
  List<Domain> get(int first, ItemRows rows) {
    List<List<Domain>> all = new ArrayList<>(byAxes.values());
    List<Domain> cover = new ArrayList<>(all.remove(first));
    cover.removeIf(domain -> rows.current(domain).isEmpty());
    for (List<Domain> others : all) {
      for (Domain other : others) {
        if (rows.current(other).isPresent() && cover.stream().noneMatch(other::overlaps)) {
          cover.add(other);
        }
      }
    }
    return cover;
  }
}
