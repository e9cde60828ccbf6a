package org.saualnama.microdata;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All that a file of microdata says beside its rows.
 *
 * @param survey its code
 * @param day when the release was cut: the only time there is
 * @param rows how many follow
 * @param unique how many of them are alone with their combination of segments
 * @param notes what has to be said, in the file's language
 */
record Codebook(
    String survey,
    String title,
    String language,
    int release,
    LocalDate day,
    List<Variable> variables,
    long rows,
    long unique,
    List<String> notes) {
  Codebook {
    variables = List.copyOf(variables);
    notes = List.copyOf(notes);
  }

  /** The place of the weight among the variables. */
  OptionalInt weight() {
    return IntStream.range(0, variables.size())
        .filter(i -> variables.get(i).is(Variable.Kind.WEIGHT))
        .findFirst();
  }

  /** What its files are called. */
  String name() {
    return survey + "-" + release + "-" + language;
  }
}
