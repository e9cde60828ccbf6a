package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.saualnama.survey.AnswerType;

/** The questions of a LimeSurvey file, by its letters for types. */
final class LssQuestions {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "array_filter",
          "array_filter_exclude",
          "hidden",
          "exclude_all_others_auto",
          "min_answers",
          "max_answers",
          "em_validation_q");

  private final Map<String, List<LssRow>> parts;
  private final Map<String, List<LssRow>> answers;
  private final Map<String, Map<String, String>> attributes;
  private final Report report;

  LssQuestions(
      Map<String, List<LssRow>> parts,
      Map<String, List<LssRow>> answers,
      Map<String, Map<String, String>> attributes,
      Report report) {
    this.parts = parts;
    this.answers = answers;
    this.attributes = attributes;
    this.report = report;
  }

  /** The questions that one of LimeSurvey's is here; none, with a note, if nothing is like it. */
  List<SourceQuestion> of(LssRow row) {
    String type = row.get("type");
    List<SourceQuestion> questions =
        switch (type) {
          case "L", "!", "O" -> List.of(single(row, answers(row)));
          case "Y" -> List.of(single(row, List.of(word("Y", "yes"), word("N", "no"))));
          case "G" -> List.of(single(row, List.of(word("F", "female"), word("M", "male"))));
          case "5" -> List.of(question(row, AnswerType.SCALE).within(1, 5));
          case "M", "P" -> List.of(multiple(row));
          case "F", "H" -> List.of(grid(row, answers(row)));
          case "A" -> List.of(grid(row, points(5)));
          case "B" -> List.of(grid(row, points(10)));
          case "C" ->
              List.of(
                  grid(row, List.of(word("Y", "yes"), word("N", "no"), word("U", "uncertain"))));
          case "E" ->
              List.of(grid(row, List.of(word("I", "more"), word("S", "same"), word("D", "less"))));
          case "N" -> List.of(numbered(row, question(row, AnswerType.NUMBER)));
          case "S", "T", "U" -> List.of(question(row, AnswerType.TEXT));
          case "D" -> List.of(changed(row, question(row, AnswerType.TEXT)));
          case "Q", "K" -> each(row, type.equals("Q") ? AnswerType.TEXT : AnswerType.NUMBER);
          default -> none(row);
        };
    questions.forEach(question -> details(row, question));
    return questions;
  }

  private List<SourceQuestion> none(LssRow row) {
    report.add(where(row), Loss.LEFT_OUT, row.get("title"), row.get("type"));
    return List.of();
  }

  private static String where(LssRow row) {
    return "qid " + row.get("qid");
  }

  private static SourceOption word(String value, String word) {
    return SourceOption.word(value, word);
  }

  private static SourceQuestion question(LssRow row, AnswerType type) {
    SourceQuestion question =
        new SourceQuestion(row.get("title"), where(row), type, row.texts("question"));
    question.names.add(new SourceQuestion.Name(row.get("title"), "_"));
    String ids = row.get("sid") + "X" + row.get("gid") + "X" + row.get("qid");
    question.names.add(new SourceQuestion.Name(ids, ""));
    return question;
  }

  private SourceQuestion changed(LssRow row, SourceQuestion question) {
    report.add(where(row), Loss.TYPE_CHANGED, row.get("type"), "text");
    return question;
  }

  private List<SourceOption> answers(LssRow row) {
    return answers.getOrDefault(row.get("qid"), List.of()).stream()
        .map(answer -> SourceOption.of(answer.get("code"), answer.texts("answer")))
        .toList();
  }

  private List<SourceOption> parts(LssRow row) {
    return parts.getOrDefault(row.get("qid"), List.of()).stream()
        .filter(part -> !part.get("scale_id").equals("1"))
        .map(part -> SourceOption.of(part.get("title"), part.texts("question")))
        .toList();
  }

  private static List<SourceOption> points(int most) {
    return IntStream.rangeClosed(1, most)
        .mapToObj(Integer::toString)
        .map(point -> SourceOption.of(point, Map.of()))
        .toList();
  }

  private SourceQuestion single(LssRow row, List<SourceOption> options) {
    SourceQuestion question = question(row, AnswerType.SINGLE);
    question.options.addAll(options);
    other(row, question);
    if (row.get("type").equals("O")) {
      report.add(where(row), Loss.PART_LEFT_OUT, "comment", row.get("title"));
    }
    return question;
  }

  private SourceQuestion multiple(LssRow row) {
    SourceQuestion question = question(row, AnswerType.MULTIPLE);
    List<String> alone = List.of(attribute(row, "exclude_all_others").split(";"));
    parts(row).stream()
        .map(part -> alone.contains(part.value()) ? part.standingAlone() : part)
        .forEach(question.options::add);
    other(row, question);
    if (row.get("type").equals("P")) {
      report.add(where(row), Loss.PART_LEFT_OUT, "comment", row.get("title"));
    }
    return question;
  }

  private static void other(LssRow row, SourceQuestion question) {
    if (row.get("other").equals("Y")) {
      question.options.add(SourceOption.other(Map.of()));
    }
  }

  private SourceQuestion grid(LssRow row, List<SourceOption> options) {
    SourceQuestion question = question(row, AnswerType.GRID);
    question.options.addAll(options);
    question.rows.addAll(parts(row));
    return question;
  }

  /** Several fields under one question are several questions here. */
  private List<SourceQuestion> each(LssRow row, AnswerType type) {
    List<SourceQuestion> questions = new ArrayList<>();
    for (SourceOption part : parts(row)) {
      Map<String, String> text = new LinkedHashMap<>(row.texts("question"));
      part.text()
          .forEach((language, words) -> text.merge(language, words, (a, b) -> a + " – " + b));
      questions.add(
          new SourceQuestion(row.get("title") + "_" + part.value(), where(row), type, text));
    }
    report.add(
        where(row),
        Loss.TYPE_CHANGED,
        row.get("type"),
        type == AnswerType.TEXT ? "text" : "number");
    return questions;
  }

  private SourceQuestion numbered(LssRow row, SourceQuestion question) {
    String least = attribute(row, "min_num_value_n");
    String most = attribute(row, "max_num_value_n");
    return question.within(whole(least), whole(most));
  }

  private static Integer whole(String text) {
    return text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private String attribute(LssRow row, String name) {
    return attributes.getOrDefault(row.get("qid"), Map.of()).getOrDefault(name, "");
  }

  private void details(LssRow row, SourceQuestion question) {
    question.required = row.get("mandatory").equals("Y");
    question.hint = row.texts("help");
    attributes
        .getOrDefault(row.get("qid"), Map.of())
        .forEach(
            (name, value) -> {
              if (LEFT_OUT.contains(name) && !value.isBlank() && !value.equals("0")) {
                report.add(where(row), Loss.PART_LEFT_OUT, name, value);
              }
            });
    if (!row.get("preg").isBlank()) {
      report.add(where(row), Loss.CONSTRAINT_LEFT_OUT, row.get("preg"));
    }
  }
}
