package org.saualnama.survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks groupings of segments, and which three splits may be crossed. */
final class Groupings {
  private static final int CROSSED = 3;

  private final Survey survey;
  private final Problems problems;

  private Groupings(Survey survey, Problems problems) {
    this.survey = survey;
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    Groupings rule = new Groupings(draft.survey(), problems);
    rule.groupings();
    rule.crossings();
  }

  private void groupings() {
    Set<String> seen = new HashSet<>();
    List<Grouping> groupings = survey.groupings();
    for (int i = 0; i < groupings.size(); i++) {
      Grouping grouping = groupings.get(i);
      String at = "/groupings/" + i;
      boolean isQuestion = survey.question(grouping.code()).isPresent();
      if (isQuestion || Segments.isTaken(grouping.code()) || !seen.add(grouping.code())) {
        String message = "grouping '" + grouping.code() + "' has the name of something else";
        problems.at(at + "/grouping", message, "give it a name of its own");
      }
      Optional<Question> segment =
          survey.question(grouping.segment()).filter(q -> survey.segments().contains(q.code()));
      if (segment.isEmpty()) {
        String message = "'" + grouping.segment() + "' is no segment";
        problems.at(at + "/segment", message, Problems.oneOf(survey.segments()));
      } else {
        groups(grouping, segment.get(), at + "/groups/");
      }
    }
  }

  private void groups(Grouping grouping, Question segment, String at) {
    Set<String> names = new HashSet<>();
    Map<String, String> groupOf = new HashMap<>();
    for (int i = 0; i < grouping.groups().size(); i++) {
      Grouping.Group group = grouping.groups().get(i);
      if (!names.add(group.code())) {
        String message = "grouping '" + grouping.code() + "' has '" + group.code() + "' twice";
        problems.at(at + i + "/code", message, "give one of them a code of its own");
      }
      for (int j = 0; j < group.codes().size(); j++) {
        String code = group.codes().get(j);
        String pointer = at + i + "/codes/" + j;
        if (!segment.codes().contains(code)) {
          String message = "'" + code + "' is no category of '" + segment.code() + "'";
          problems.at(pointer, message, Problems.oneOf(segment.codes()));
        } else if (groupOf.putIfAbsent(code, group.code()) != null) {
          String message = "'" + code + "' is in two groups of '" + grouping.code() + "'";
          problems.at(pointer, message, "keep it in one of them");
        }
      }
    }
  }

  private void crossings() {
    Map<String, Split> splits = Split.of(survey);
    for (int i = 0; i < survey.crossings().size(); i++) {
      List<String> crossing = survey.crossings().get(i);
      String at = "/crossings/" + i;
      if (!splits.keySet().containsAll(crossing)) {
        String message = "a crossing names what results can't be split by";
        problems.at(at, message, Problems.oneOf(splits.keySet()));
      } else if (crossing.stream().map(code -> splits.get(code).segment()).distinct().count()
          < CROSSED) {
        String message = "a crossing splits by the same segment twice";
        problems.at(at, message, "name " + CROSSED + " segments, or groupings of them");
      }
    }
  }
}
