package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A LimeSurvey export (.lss), of version 2 (words beside the rest) to 6 (words apart). */
final class LimeSurvey {
  private final SourceQuestionnaire source = new SourceQuestionnaire();
  private final LssTables tables;
  private final Report report;
  private final Map<String, List<LssRow>> byGroup = new HashMap<>();
  private final LssQuestions questions;

  private LimeSurvey(LssTables tables, Report report) {
    this.tables = tables;
    this.report = report;
    Map<String, List<LssRow>> parts = new HashMap<>();
    List<LssRow> asked = new ArrayList<>(all("questions"));
    asked.addAll(all("subquestions"));
    for (LssRow question : asked) {
      String parent = question.get("parent_qid");
      boolean own = parent.isEmpty() || parent.equals("0");
      Map<String, List<LssRow>> index = own ? byGroup : parts;
      index
          .computeIfAbsent(own ? question.get("gid") : parent, any -> new ArrayList<>())
          .add(question);
    }
    Map<String, List<LssRow>> answers = new HashMap<>();
    for (LssRow answer : LssRow.all(tables, "answers", "aid", "answer_l10ns", "sortorder")) {
      answers.computeIfAbsent(answer.get("qid"), any -> new ArrayList<>()).add(answer);
    }
    this.questions = new LssQuestions(parts, answers, attributes(), report);
  }

  static SourceQuestionnaire read(byte[] file, Report report) {
    LimeSurvey survey = new LimeSurvey(LssTables.read(file), report);
    survey.head();
    survey.pages();
    return survey.source;
  }

  private List<LssRow> all(String table) {
    return LssRow.all(tables, table, "qid", "question_l10ns", "question_order");
  }

  /** By question: what its settings are called, and are. */
  private Map<String, Map<String, String>> attributes() {
    Map<String, Map<String, String>> attributes = new HashMap<>();
    for (Map<String, String> row : tables.rows("question_attributes")) {
      attributes
          .computeIfAbsent(row.getOrDefault("qid", ""), any -> new LinkedHashMap<>())
          .put(row.getOrDefault("attribute", ""), row.getOrDefault("value", ""));
    }
    return attributes;
  }

  private void head() {
    source.language =
        tables.rows("surveys").stream()
            .map(r -> r.getOrDefault("language", ""))
            .findFirst()
            .orElse("");
    Map<String, String> title = new LinkedHashMap<>();
    for (Map<String, String> row : tables.rows("surveys_languagesettings")) {
      String language = row.getOrDefault("surveyls_language", "");
      title.put(language, row.getOrDefault("surveyls_title", ""));
      for (String part : List.of("surveyls_welcometext", "surveyls_endtext")) {
        if (!Plain.text(row.getOrDefault(part, "")).isEmpty()) {
          report.add(part + " " + language, Loss.NOTE_LEFT_OUT, Plain.text(row.get(part)));
        }
      }
    }
    source.title = title;
  }

  private void pages() {
    for (LssRow group : LssRow.all(tables, "groups", "gid", "group_l10ns", "group_order")) {
      String where = "gid " + group.get("gid");
      source.pages.add(
          SourceGroup.of("page" + (source.pages.size() + 1), group.texts("group_name"), where));
      Map<String, String> description = group.texts("description");
      if (!description.isEmpty()) {
        source.say(where, description);
      }
      for (LssRow question : byGroup.getOrDefault(group.get("gid"), List.of())) {
        add(group.get("grelevance"), question);
      }
    }
  }

  private void add(String groupRelevance, LssRow row) {
    if (row.get("type").equals("X")) {
      Map<String, String> words = row.texts("question");
      if (!words.isEmpty()) {
        source.say("qid " + row.get("qid"), words);
      }
      return;
    }
    for (SourceQuestion question : questions.of(row)) {
      for (String relevance : List.of(groupRelevance, row.get("relevance"))) {
        if (!relevance.isBlank() && !relevance.equals("1")) {
          question.conditions.add(relevance);
        }
      }
      source.add(question, report);
    }
  }
}
