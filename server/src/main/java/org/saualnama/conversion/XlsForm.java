package org.saualnama.conversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.saualnama.refusal.Refusal;

/** An XLSForm: questions on the sheet {@code survey}, their options on {@code choices}. */
final class XlsForm {
  private final SourceQuestionnaire source = new SourceQuestionnaire();
  private final Report report;
  private final XlsFormQuestions questions;
  private final Deque<Group> open = new ArrayDeque<>();

  private XlsForm(Report report, List<SheetRow> choices) {
    this.report = report;
    this.questions = new XlsFormQuestions(lists(choices), report);
  }

  /** What encloses questions. */
  private record Group(SheetRow row, String name, String relevant) {}

  static SourceQuestionnaire read(byte[] file, Report report) {
    Map<String, List<SheetRow>> sheets =
        Workbook.sheets(file, Set.of("survey", "choices", "settings"));
    if (!sheets.containsKey("survey")) {
      throw Refusal.malformed(
          "file", "no_survey_sheet", "The workbook has no sheet 'survey', as an XLSForm has.");
    }
    XlsForm form = new XlsForm(report, sheets.getOrDefault("choices", List.of()));
    sheets.getOrDefault("settings", List.of()).stream().limit(1).forEach(form::settings);
    sheets.get("survey").forEach(form::row);
    return form.source;
  }

  private static Map<String, List<SourceOption>> lists(List<SheetRow> choices) {
    Map<String, List<SourceOption>> lists = new HashMap<>();
    for (SheetRow row : choices) {
      String list = row.get("list_name");
      String name = row.get("name").isEmpty() ? row.get("value") : row.get("name");
      if (!list.isEmpty()) {
        lists
            .computeIfAbsent(list, any -> new ArrayList<>())
            .add(SourceOption.of(name, row.texts("label")));
      }
    }
    return lists;
  }

  private void settings(SheetRow row) {
    source.name = row.get("form_id");
    source.language = row.get("default_language");
    source.title = row.texts("form_title");
  }

  private void row(SheetRow row) {
    String type = row.get("type").strip().replaceAll("\\s+", " ");
    String low = type.toLowerCase(Locale.ROOT).replace(' ', '_');
    if (type.isEmpty()) {
      return;
    }
    if (low.startsWith("begin_group") || low.startsWith("begin_repeat")) {
      begin(row, low.startsWith("begin_repeat"));
    } else if (low.startsWith("end_group") || low.startsWith("end_repeat")) {
      open.pollFirst();
      page(open.peekFirst());
    } else if (low.equals("note")) {
      say(row);
    } else {
      questions.of(row, type).ifPresent(question -> add(row, question));
    }
  }

  private void begin(SheetRow row, boolean repeat) {
    if (repeat) {
      report.add(row.where(), Loss.REPEAT, row.get("name"));
    }
    open.addFirst(new Group(row, row.get("name"), row.get("relevant")));
    page(open.peekFirst());
  }

  private void page(Group group) {
    source.pages.add(
        group == null
            ? SourceGroup.of("page", Map.of(), "survey")
            : SourceGroup.of(group.name(), group.row().texts("label"), group.row().where()));
  }

  private void say(SheetRow row) {
    if (!row.get("relevant").isEmpty()) {
      report.add(row.where(), Loss.CONDITION_LEFT_OUT, row.get("name"), row.get("relevant"));
    }
    Map<String, String> words = row.texts("label");
    if (!words.isEmpty()) {
      source.say(row.where(), words);
    }
  }

  private void add(SheetRow row, SourceQuestion question) {
    open.descendingIterator().forEachRemaining(group -> condition(question, group.relevant()));
    condition(question, row.get("relevant"));
    if (source.pages.isEmpty()) {
      page(null);
    }
    source.add(question, report);
  }

  private static void condition(SourceQuestion question, String relevant) {
    if (!relevant.isEmpty()) {
      question.conditions.add(relevant);
    }
  }
}
