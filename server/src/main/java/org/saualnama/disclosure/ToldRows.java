package org.saualnama.disclosure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows that a survey's releases have told, each in every version. */
final class ToldRows {
  private record Place(String collector, String item) {}

  private final Map<Place, Map<List<String>, ToldVersions>> byPlace = new HashMap<>();

  /** Adds one; the versions of each row come oldest first. */
  void add(RowKey key, int release, Answerers answerers) {
    byPlace
        .computeIfAbsent(new Place(key.collector(), key.item()), place -> new LinkedHashMap<>())
        .computeIfAbsent(key.domain(), domain -> new ToldVersions())
        .add(release, answerers);
  }

  /** Those of one item, by domain. */
  ItemRows of(String collector, String item, Map<String, Category> categories) {
    Map<Domain, ToldVersions> told = new LinkedHashMap<>();
    byPlace
        .getOrDefault(new Place(collector, item), Map.of())
        .forEach(
            (names, versions) -> {
              // A category that this version of the survey doesn't know is told of no more.
              if (categories.keySet().containsAll(names)) {
                told.put(new Domain(names.stream().map(categories::get).toList()), versions);
              }
            });
    return new ItemRows(told);
  }
}
