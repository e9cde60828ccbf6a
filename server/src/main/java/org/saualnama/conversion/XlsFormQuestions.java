package org.saualnama.conversion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.ScalePoints;

/** The questions of an XLSForm, by their type. */
final class XlsFormQuestions {
  private static final Set<String> TYPED = Set.of("date", "time", "datetime", "barcode");
  private static final Set<String> NOT_KEPT =
      Set.of(
          "start",
          "end",
          "today",
          "deviceid",
          "phonenumber",
          "username",
          "email",
          "audit",
          "subscriberid",
          "simserial",
          "start-geopoint",
          "background-audio",
          "calculate",
          "hidden");
  private static final Set<String> LEFT_OUT =
      Set.of(
          "default",
          "calculation",
          "choice_filter",
          "read_only",
          "readonly",
          "repeat_count",
          "trigger");
  private static final Pattern LEAST = Pattern.compile("\\.\\s*(>=?)\\s*'?(-?\\d{1,9})'?");
  private static final Pattern MOST = Pattern.compile("\\.\\s*(<=?)\\s*'?(-?\\d{1,9})'?");
  private static final Pattern PARAMETER =
      Pattern.compile("(start|end|step)\\s*=\\s*(-?\\d{1,6})(?![.\\d])");

  private final Map<String, List<SourceOption>> lists;
  private final Report report;

  XlsFormQuestions(Map<String, List<SourceOption>> lists, Report report) {
    this.lists = lists;
    this.report = report;
  }

  /** The question of a row; empty, with a note, if nothing here is like it. */
  Optional<SourceQuestion> of(SheetRow row, String type) {
    Optional<SourceQuestion> question = ofType(row, type);
    question.ifPresent(found -> details(row, found));
    return question;
  }

  private Optional<SourceQuestion> ofType(SheetRow row, String type) {
    String[] words = type.replaceFirst("(?i)^select (one|multiple)\\b", "select_$1").split(" ");
    String first = words[0].toLowerCase(Locale.ROOT);
    switch (first) {
      case "select_one", "select_multiple" -> {
        return Optional.of(
            select(row, first.endsWith("one") ? AnswerType.SINGLE : AnswerType.MULTIPLE, words));
      }
      case "integer", "int", "decimal" -> {
        if (first.equals("decimal")) {
          report.add(row.where(), Loss.TYPE_CHANGED, type, "number");
        }
        return Optional.of(numbered(row));
      }
      case "range" -> {
        return Optional.of(range(row));
      }
      case "text", "string" -> {
        return Optional.of(question(row, AnswerType.TEXT));
      }
      default -> {
        return other(row, first, type);
      }
    }
  }

  private Optional<SourceQuestion> other(SheetRow row, String first, String type) {
    if (TYPED.contains(first)) {
      report.add(row.where(), Loss.TYPE_CHANGED, type, "text");
      return Optional.of(question(row, AnswerType.TEXT));
    }
    Loss loss = NOT_KEPT.contains(first) ? Loss.NOT_KEPT : Loss.LEFT_OUT;
    report.add(row.where(), loss, row.get("name").isEmpty() ? type : row.get("name"), type);
    return Optional.empty();
  }

  private SourceQuestion select(SheetRow row, AnswerType type, String[] words) {
    SourceQuestion question = question(row, type);
    String list =
        words.length < 2 ? "" : words[1].equals("from") && words.length > 2 ? words[2] : words[1];
    question.options.addAll(lists.getOrDefault(list, List.of()));
    if (question.options.isEmpty()) {
      report.add(row.where(), Loss.PART_LEFT_OUT, "choices", list);
    }
    if (words[words.length - 1].equalsIgnoreCase("or_other")) {
      question.options.add(SourceOption.other(Map.of()));
    }
    return question;
  }

  private SourceQuestion numbered(SheetRow row) {
    SourceQuestion question = question(row, AnswerType.NUMBER);
    String constraint = row.get("constraint");
    String rest = constraint;
    Matcher least = LEAST.matcher(constraint);
    if (least.find()) {
      question.min = Integer.parseInt(least.group(2)) + (least.group(1).equals(">") ? 1 : 0);
      rest = rest.replace(least.group(), "");
    }
    Matcher most = MOST.matcher(constraint);
    if (most.find()) {
      question.max = Integer.parseInt(most.group(2)) - (most.group(1).equals("<") ? 1 : 0);
      rest = rest.replace(most.group(), "");
    }
    if (!rest.replaceAll("[\\s()]|and", "").isEmpty()) {
      question.within(null, null);
      report.add(row.where(), Loss.CONSTRAINT_LEFT_OUT, constraint);
    }
    return question;
  }

  private SourceQuestion range(SheetRow row) {
    int start = 0;
    int end = 10;
    int step = 1;
    Matcher parameter = PARAMETER.matcher(row.get("parameters"));
    while (parameter.find()) {
      int value = Integer.parseInt(parameter.group(2));
      switch (parameter.group(1)) {
        case "start" -> start = value;
        case "end" -> end = value;
        default -> step = value;
      }
    }
    if (step == 1 && end > start && end - start < ScalePoints.MOST) {
      return question(row, AnswerType.SCALE).within(start, end);
    }
    report.add(row.where(), Loss.TYPE_CHANGED, "range", "number");
    return question(row, AnswerType.NUMBER).within(Math.min(start, end), Math.max(start, end));
  }

  private static SourceQuestion question(SheetRow row, AnswerType type) {
    SourceQuestion question =
        new SourceQuestion(row.get("name"), row.where(), type, row.texts("label"));
    question.names.add(new SourceQuestion.Name(row.get("name"), "/"));
    return question;
  }

  private void details(SheetRow row, SourceQuestion question) {
    question.hint = row.texts("hint");
    question.required = row.get("required").toLowerCase(Locale.ROOT).matches("yes|true(\\(\\))?|1");
    if (!question.required && row.get("required").contains("$")) {
      report.add(row.where(), Loss.PART_LEFT_OUT, "required", row.get("required"));
    }
    if (question.type != AnswerType.NUMBER && !row.get("constraint").isEmpty()) {
      report.add(row.where(), Loss.CONSTRAINT_LEFT_OUT, row.get("constraint"));
    }
    row.cells()
        .forEach(
            (header, value) -> {
              String base = header.replaceFirst("::.*", "");
              if (LEFT_OUT.contains(base)
                  || base.equals("media")
                  || base.matches("image|audio|video")) {
                report.add(row.where(), Loss.PART_LEFT_OUT, header, value);
              }
            });
  }
}
