package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.survey.Split;
import org.saualnama.survey.SurveyVersion;

/** Something that results are split by; a code of the segment is in one category at most. */
final class Axis {
  private final String code;
  private final int segment;
  private final List<Category> categories = new ArrayList<>();
  private final Map<String, Integer> placeOf = new HashMap<>();

  Axis(String code, int segment, Map<String, Set<String>> codesOf) {
    this.code = code;
    this.segment = segment;
    codesOf.forEach(
        (category, codes) -> {
          codes.forEach(c -> placeOf.put(c, categories.size()));
          categories.add(new Category(code, category, segment, codes));
        });
  }

  /** All axes of a survey, in the order in which domains name them. */
  static List<Axis> of(SurveyVersion version) {
    return version.splits().values().stream().map(Axis::of).toList();
  }

  private static Axis of(Split split) {
    Map<String, Set<String>> codesOf = new LinkedHashMap<>();
    split.categories().forEach((category, codes) -> codesOf.put(category, Set.copyOf(codes)));
    return new Axis(split.code(), split.segment(), codesOf);
  }

  /**
   * What domains are made by: no axis, each, each pair that looks at two segments, and the
   * crossings of three that the survey allows.
   */
  static List<List<Axis>> groupings(List<Axis> axes, List<List<String>> crossings) {
    List<List<Axis>> groupings = new ArrayList<>();
    groupings.add(List.of());
    for (int i = 0; i < axes.size(); i++) {
      groupings.add(List.of(axes.get(i)));
      for (int j = i + 1; j < axes.size(); j++) {
        if (axes.get(i).segment != axes.get(j).segment) {
          groupings.add(List.of(axes.get(i), axes.get(j)));
        }
      }
    }
    for (List<String> crossing : crossings) {
      groupings.add(axes.stream().filter(axis -> crossing.contains(axis.code)).toList());
    }
    return groupings;
  }

  String code() {
    return code;
  }

  int segment() {
    return segment;
  }

  List<Category> categories() {
    return categories;
  }

  /** The place of the category that {@code answer} is in; -1 if in none, or not answered. */
  int place(String answer) {
    return answer == null ? -1 : placeOf.getOrDefault(answer, -1);
  }
}
