package org.saualnama.bundle;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.survey.Split;
import org.saualnama.survey.SurveyVersion;

/** All splits that figures are published by: none, each one, any two, and the crossings. */
final class Splits {
  private Splits() {}

  /** As codes, in the order of the survey. */
  static List<List<String>> of(SurveyVersion version) {
    List<Split> splits = List.copyOf(version.splits().values());
    List<List<String>> all = new ArrayList<>();
    all.add(List.of());
    splits.forEach(split -> all.add(List.of(split.code())));
    for (int i = 0; i < splits.size(); i++) {
      for (int j = i + 1; j < splits.size(); j++) {
        // A segment and its grouping say the same.
        if (!splits.get(i).isOfSameSegment(splits.get(j))) {
          all.add(List.of(splits.get(i).code(), splits.get(j).code()));
        }
      }
    }
    all.addAll(version.survey().crossings());
    return all;
  }

  /** What a file of it is called: {@code all}, {@code by-region}, {@code by-region+age}. */
  static String name(List<String> by) {
    return by.isEmpty() ? "all" : "by-" + String.join("+", by);
  }
}
