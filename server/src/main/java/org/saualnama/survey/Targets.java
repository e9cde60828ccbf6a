package org.saualnama.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the population shares of every margin and holds them to its categories and to 1. */
final class Targets {
  private static final double TOLERANCE = 1e-6;

  private final Margin margin;
  private final List<Set<String>> categories;
  private final Problems problems;

  private Targets(Margin margin, List<Set<String>> categories, Problems problems) {
    this.margin = margin;
    this.categories = categories;
    this.problems = problems;
  }

  /** The targets by the code of their margin. */
  static Map<String, List<Target>> of(Draft draft, Problems problems) {
    Weighting weighting = draft.survey().weighting();
    List<Margin> margins = weighting == null ? List.of() : weighting.margins();
    Map<String, List<Target>> targets = new HashMap<>();
    for (int i = 0; i < margins.size(); i++) {
      Margin margin = margins.get(i);
      Optional<String> csv =
          List.of(margin.targets().split("/", -1)).contains("..")
              ? Optional.empty()
              : draft.files().text(margin.targets());
      if (csv.isEmpty()) {
        String message = "margin '" + margin.code() + "' names '" + margin.targets() + "'";
        String mend = "put the file beside the definition, in its folder targets, as UTF-8 text";
        problems.at("/weighting/margins/" + i + "/targets", message + ", which is not there", mend);
      } else {
        Targets reading = new Targets(margin, categories(draft.survey(), margin), problems);
        targets.put(margin.code(), reading.checked(csv.get()));
      }
    }
    return targets;
  }

  /** Of each segment of a margin, the categories after joining groups. */
  private static List<Set<String>> categories(Survey survey, Margin margin) {
    Map<String, String> groupOf = new HashMap<>();
    margin.groups().forEach((group, codes) -> codes.forEach(code -> groupOf.put(code, group)));
    List<Set<String>> categories = new ArrayList<>();
    for (String segment : margin.segments()) {
      Set<String> joined = new LinkedHashSet<>();
      survey
          .question(segment)
          .ifPresent(
              question ->
                  Margins.ungrouped(question).stream()
                      .map(code -> groupOf.getOrDefault(code, code))
                      .forEach(joined::add));
      categories.add(joined);
    }
    return categories;
  }

  private List<Target> checked(String csv) {
    List<TargetTable.Row> rows = TargetTable.rows(margin.targets(), csv, problems);
    Set<String> seen = new HashSet<>();
    double sum = 0;
    for (TargetTable.Row row : rows) {
      String category = row.target().category();
      if (!exists(category)) {
        String fault = "category '" + category + "' is none of margin '" + margin.code() + "'";
        problems.in(margin.targets(), row.line(), fault, mend());
      } else if (!seen.add(category)) {
        String fault = "category '" + category + "' has two targets";
        problems.in(margin.targets(), row.line(), fault, "keep one of them");
      }
      sum += row.target().share();
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      String fault = "the shares sum to " + String.format(Locale.ROOT, "%.6f", sum) + ", not to 1";
      String mend = "correct the shares, or divide each by their sum and mark it as computed";
      problems.in(margin.targets(), 1, fault, mend);
    }
    return rows.stream().map(TargetTable.Row::target).toList();
  }

  private boolean exists(String category) {
    String[] parts = category.split(":", -1);
    boolean exists = parts.length == categories.size();
    for (int i = 0; exists && i < parts.length; i++) {
      exists = categories.get(i).contains(parts[i]);
    }
    return exists;
  }

  private String mend() {
    List<String> each = categories.stream().map(Problems::oneOf).toList();
    return String.join("; then ':' and ", each);
  }
}
