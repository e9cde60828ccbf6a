package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saualnama.survey.AnswerType;

/** A question as a file has it; filled in by whoever reads the file. */
final class SourceQuestion {
  /** What expressions call it, and what stands between that and the value of a row or option. */
  record Name(String name, String between) {}

  final String name;
  final String where;
  final AnswerType type;
  final Map<String, String> text;
  final List<Name> names = new ArrayList<>();
  final List<SourceOption> options = new ArrayList<>();
  final List<SourceOption> rows = new ArrayList<>();
  final List<String> residuals = new ArrayList<>();
  final List<String> conditions = new ArrayList<>();
  Map<String, String> hint = Map.of();
  Map<String, String> low = Map.of();
  Map<String, String> high = Map.of();
  boolean required;
  Integer min;
  Integer max;

  /**
   * A question.
   *
   * @param where in the file it stands
   * @param text by the file's names of languages
   */
  SourceQuestion(String name, String where, AnswerType type, Map<String, String> text) {
    this.name = name;
    this.where = where;
    this.type = type;
    this.text = text;
  }

  /** Whole numbers only; a scale that has more points than a scale may have is a number. */
  SourceQuestion within(Integer from, Integer to) {
    min = from;
    max = to;
    return this;
  }
}
