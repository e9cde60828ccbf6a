package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** A questionnaire as a file has it, whatever the format. */
final class SourceQuestionnaire {
  /** More would be no questionnaire; a definition may have far fewer. */
  private static final int PARTS = 20_000;

  final List<SourceGroup> pages = new ArrayList<>();
  String name = "";
  String language = "";
  Map<String, String> title = Map.of();
  private Map<String, String> said = Map.of();
  private String saidWhere = "";
  private int parts;

  /** Adds a question to the last page; what was said before it becomes part of its hint. */
  void add(SourceQuestion question, Report report) {
    parts += 1 + question.options.size() + question.rows.size();
    if (parts > PARTS) {
      throw new Refusal(Reason.TOO_LARGE, "The questionnaire has too many questions and options.");
    }
    if (!said.isEmpty()) {
      question.hint = joined(said, question.hint);
      report.add(saidWhere, Loss.NOTE_MOVED, question.name);
      said = Map.of();
    }
    pages.get(pages.size() - 1).questions().add(question);
  }

  /** Keeps words that ask nothing for the question that follows. */
  void say(String where, Map<String, String> words) {
    said = joined(said, words);
    saidWhere = where;
  }

  void end(Report report) {
    if (!said.isEmpty()) {
      report.add(saidWhere, Loss.NOTE_LEFT_OUT, said.values().iterator().next());
    }
  }

  private static Map<String, String> joined(Map<String, String> first, Map<String, String> then) {
    Map<String, String> joined = new LinkedHashMap<>(first);
    then.forEach(
        (language, words) ->
            joined.merge(
                language, words, (a, b) -> a.length() > Plain.LONGEST ? a : a + "\n\n" + b));
    return joined;
  }
}
