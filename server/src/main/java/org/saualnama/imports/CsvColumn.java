package org.saualnama.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.survey.Option;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/** What the cells of one column say. */
@FunctionalInterface
interface CsvColumn {
  /** Of a column that is to be left out. */
  CsvColumn IGNORED = (name, cell, row) -> {};

  /** Reads a cell that is not empty. */
  void read(String name, String cell, RowAnswers row);

  /** Every column that a version knows, by its name. */
  static Map<String, CsvColumn> of(SurveyVersion version) {
    Map<String, CsvColumn> columns = new HashMap<>();
    for (Question question : version.questions().values()) {
      String code = question.code();
      switch (question.type()) {
        case SINGLE, SCALE -> columns.put(code, (name, cell, row) -> row.put(code, code(cell)));
        case NUMBER -> columns.put(code, (name, cell, row) -> row.put(code, number(cell)));
        case TEXT -> columns.put(code, (name, cell, row) -> row.put(code, new TextNode(cell)));
        case MULTIPLE ->
            question
                .codes()
                .forEach(option -> columns.put(code + "." + option, mark(code, option)));
        case GRID ->
            question.rows().stream()
                .map(Option::code)
                .forEach(
                    line ->
                        columns.put(
                            code + "." + line,
                            (name, cell, row) -> row.putInGrid(code, line, code(cell))));
      }
      for (String option : question.open()) {
        String field = code + "." + option;
        columns.put(field + ".text", (name, cell, row) -> row.put(field, new TextNode(cell)));
      }
    }
    return columns;
  }

  private static JsonNode code(String cell) {
    return new TextNode(cell.strip());
  }

  private static JsonNode number(String cell) {
    String number = cell.strip();
    return number.matches("-?[0-9]{1,9}")
        ? IntNode.valueOf(Integer.parseInt(number))
        : new TextNode(number);
  }

  private static CsvColumn mark(String question, String option) {
    return (name, cell, row) -> {
      switch (cell.strip()) {
        case "1" -> row.choose(question, option);
        case "0" -> row.deny(question);
        default -> row.add(new Problem(name, "wrong_shape", "give 1 if it was chosen, else 0"));
      }
    };
  }
}
