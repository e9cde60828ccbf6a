package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the population shares of every margin and holds them to its categories and to 1. */
final class Targets {
  private static final double TOLERANCE = 1e-6;

  private final Margin margin;
  private final List<Set<String>> categories;
  private final String file;
  private final int firstLine;
  private final Problems problems;

  private Targets(
      Margin margin, List<Set<String>> categories, String file, int firstLine, Problems problems) {
    this.margin = margin;
    this.categories = categories;
    this.file = file;
    this.firstLine = firstLine;
    this.problems = problems;
  }

  /** The targets by the code of their margin. */
  static Map<String, List<Target>> of(Draft draft, Problems problems) {
    Weighting weighting = draft.survey().weighting();
    List<Margin> margins = weighting == null ? List.of() : weighting.margins();
    Map<String, List<Target>> targets = new HashMap<>();
    for (int i = 0; i < margins.size(); i++) {
      Margin margin = margins.get(i);
      String pointer = "/weighting/margins/" + i + "/targets";
      Optional<String> csv = table(margin, draft.files());
      if (csv.isEmpty()) {
        String message = "margin '" + margin.code() + "' names '" + margin.targets() + "'";
        String mend = "put the file beside the definition, in its folder targets, as UTF-8 text";
        problems.at(pointer, message + ", which is not there", mend);
      } else {
        // A table in the definition begins on the line after its name.
        String file = margin.hasTable() ? draft.source().file() : margin.targets();
        int firstLine = margin.hasTable() ? draft.source().line(pointer) + 1 : 1;
        Targets reading =
            new Targets(margin, categories(draft.survey(), margin), file, firstLine, problems);
        targets.put(margin.code(), reading.checked(csv.get()));
      }
    }
    return targets;
  }

  /**
   * The definition with each table in place of its path, so that what is published is whole.
   *
   * @param tree whose targets have been read without a problem
   */
  static JsonNode inlined(JsonNode tree, TargetFiles files) {
    JsonNode whole = tree.deepCopy();
    for (JsonNode margin : whole.at("/weighting/margins")) {
      String targets = margin.path("targets").asText();
      if (targets.indexOf('\n') < 0) {
        String table = files.text(targets).orElseThrow();
        ((ObjectNode) margin).put("targets", tidy(table));
      }
    }
    return whole;
  }

  /** As an author would type it: no mark of an editor, no blank lines, one kind of line end. */
  private static String tidy(String table) {
    String text = table.startsWith("\uFEFF") ? table.substring(1) : table;
    return text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Optional<String> table(Margin margin, TargetFiles files) {
    if (margin.hasTable()) {
      return Optional.of(margin.targets());
    }
    return List.of(margin.targets().split("/", -1)).contains("..")
        ? Optional.empty()
        : files.text(margin.targets());
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
    List<TargetTable.Row> rows = TargetTable.rows(file, firstLine, csv, problems);
    Set<String> seen = new HashSet<>();
    double sum = 0;
    for (TargetTable.Row row : rows) {
      String category = row.target().category();
      if (!exists(category)) {
        String fault = "category '" + category + "' is none of margin '" + margin.code() + "'";
        problems.in(file, row.line(), fault, mend());
      } else if (!seen.add(category)) {
        String fault = "category '" + category + "' has two targets";
        problems.in(file, row.line(), fault, "keep one of them");
      }
      sum += row.target().share();
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      String fault = "the shares sum to " + String.format(Locale.ROOT, "%.6f", sum) + ", not to 1";
      String mend = "correct the shares, or divide each by their sum and mark it as computed";
      problems.in(file, firstLine, fault, mend);
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
