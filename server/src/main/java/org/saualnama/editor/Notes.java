package org.saualnama.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.texts.Words;

/** All that is said beside the parts of a form, by the question it is about. */
final class Notes {
  private final Map<String, List<Note>> byQuestion = new HashMap<>();
  private final List<Note> all = new ArrayList<>();

  private Notes() {}

  static Notes of(Look look, Words words) {
    Notes notes = new Notes();
    for (DefinitionProblem problem : look.problems()) {
      Note note = new Note(true, problem.line(), problem.message(), problem.mend());
      notes.add(look.questionOf(problem), note);
    }
    for (Hint hint : look.hints()) {
      String key = "hint." + hint.kind();
      String reason = words.say(key, hint.values().toArray());
      notes.add(hint.question(), new Note(false, 0, reason, words.say(key + ".mend")));
    }
    return notes;
  }

  private void add(String question, Note note) {
    byQuestion.computeIfAbsent(question, code -> new ArrayList<>()).add(note);
    all.add(note);
  }

  /** About one question; about the survey as a whole if {@code question} is empty. */
  List<Note> about(String question) {
    return byQuestion.getOrDefault(question, List.of());
  }

  long problems() {
    return all.stream().filter(Note::problem).count();
  }

  long hints() {
    return all.size() - problems();
  }
}
