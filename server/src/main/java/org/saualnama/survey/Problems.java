package org.saualnama.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers what is wrong, so that an author sees all of it at once. */
final class Problems {
  private static final int LISTED = 30;
  private static final int LONGEST = 60;

  private final DefinitionSource source;
  private final List<DefinitionProblem> found = new ArrayList<>();

  Problems(DefinitionSource source) {
    this.source = source;
  }

  /** A problem with the part of the definition at a JSON pointer. */
  void at(String pointer, String message, String mend) {
    found.add(source.problem(pointer, message, mend));
  }

  /** A problem found before. */
  void add(DefinitionProblem problem) {
    found.add(problem);
  }

  /** A problem with another file. */
  void in(String file, int line, String message, String mend) {
    found.add(new DefinitionProblem(file, line, message, mend));
  }

  /** The definition's own first, from top to bottom, then those of other files. */
  List<DefinitionProblem> inOrder() {
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparing(
                    (DefinitionProblem problem) -> !problem.file().equals(source.file()))
                .thenComparing(DefinitionProblem::file)
                .thenComparing(DefinitionProblem::line))
        .toList();
  }

  /** What there is to choose from. */
  static String oneOf(Collection<String> codes) {
    String first = codes.stream().limit(LISTED).collect(Collectors.joining(", "));
    return codes.isEmpty()
        ? "there is none"
        : "use one of " + first + (codes.size() > LISTED ? ", ..." : "");
  }

  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
