package org.saualnama.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks what margins are made of; the shares themselves are {@link Targets}' business. */
final class Margins {
  private final Draft draft;
  private final Problems problems;

  private Margins(Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    Weighting weighting = draft.survey().weighting();
    List<Margin> margins = weighting == null ? List.of() : weighting.margins();
    for (int i = 0; i < margins.size(); i++) {
      new Margins(draft, problems).check(margins.get(i), "/weighting/margins/" + i);
    }
  }

  /** The categories of a segment that take part and can be told apart in the population. */
  static List<String> ungrouped(Question segment) {
    return segment.codes().stream()
        .filter(code -> !segment.residuals().contains(code))
        .filter(code -> !segment.screenOut().contains(code))
        .toList();
  }

  private void check(Margin margin, String pointer) {
    List<String> segments = draft.survey().segments();
    for (int i = 0; i < margin.segments().size(); i++) {
      if (!segments.contains(margin.segments().get(i))) {
        String message = margin(margin) + " names '" + margin.segments().get(i);
        String at = pointer + "/segments/" + i;
        problems.at(at, message + "', which is no segment", Problems.oneOf(segments));
      }
    }
    groups(margin, pointer + "/groups/");
  }

  private void groups(Margin margin, String pointer) {
    List<String> categories =
        margin.segments().stream()
            .flatMap(segment -> draft.survey().question(segment).stream())
            .flatMap(question -> ungrouped(question).stream())
            .toList();
    Map<String, String> groupOf = new HashMap<>();
    margin
        .groups()
        .forEach(
            (group, codes) -> {
              String subject = "group '" + group + "' of " + margin(margin);
              for (int i = 0; i < codes.size(); i++) {
                String at = pointer + group + "/" + i;
                String code = codes.get(i);
                String other = groupOf.putIfAbsent(code, group);
                if (!categories.contains(code)) {
                  String message = subject + " joins '" + code + "', which nobody can be in";
                  problems.at(at, message, Problems.oneOf(categories));
                } else if (other != null) {
                  String message = subject + " joins '" + code + "', which is in '" + other + "'";
                  problems.at(at, message, "keep it in one group");
                }
              }
              if (categories.contains(group) && !codes.contains(group)) {
                String message = subject + " has the name of a category outside it";
                problems.at(pointer + group, message, "give the group a name of its own");
              }
            });
  }

  private static String margin(Margin margin) {
    return "margin '" + margin.code() + "'";
  }
}
