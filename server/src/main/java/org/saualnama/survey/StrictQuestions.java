package org.saualnama.survey;

import java.util.List;

/**
 * Holds strict questions to what a single drawn code can stand for, and keeps anything else from
 * telling, or hanging on, what was really answered.
 */
final class StrictQuestions {
  private final Draft draft;
  private final Problems problems;

  private StrictQuestions(Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    StrictQuestions strict = new StrictQuestions(draft, problems);
    for (Draft.Place place : draft.places()) {
      if (place.question().strict()) {
        strict.parts(place);
      }
      place.dependences().forEach(dependence -> strict.unseen(place, dependence));
    }
    strict.segments();
  }

  /** What would tell the real answer beside the drawn one. */
  private void parts(Draft.Place place) {
    Question question = place.question();
    without(place, "open", question.open(), "whose words tell what was really chosen");
    without(place, "screen_out", question.screenOut(), "which ends the survey by the real answer");
    without(place, "set_if", question.setIf(), "so that answers kept as they are give this one");
  }

  private void without(Draft.Place place, String part, List<?> given, String why) {
    if (!given.isEmpty()) {
      String message = place + " is strict and has '" + part + "', " + why;
      problems.at(place.at(part), message, "remove '" + part + "' or 'strict'");
    }
  }

  /** Who is asked what is kept as it is, and would tell the answer it hangs on. */
  private void unseen(Draft.Place place, Draft.Dependence dependence) {
    for (String code : dependence.condition().items()) {
      Draft.Choice choice = draft.choices().get(code);
      if (choice != null && choice.item().question().strict()) {
        String message = place + " is " + dependence.verb() + " '" + code + "', which is strict";
        String mend = "name another question, or remove 'strict' from that one";
        problems.at(dependence.pointer() + "/" + code, message + " and would be told by it", mend);
      }
    }
  }

  private void segments() {
    List<String> segments = draft.survey().segments();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (draft.survey().question(segment).filter(Question::strict).isPresent()) {
        String message = "segments name '" + segment + "', which is strict";
        String mend = "take it out of 'segments', or remove 'strict' from the question";
        problems.at("/segments/" + i, message + ": nobody knows who is in its categories", mend);
      }
    }
  }
}
