package org.saualnama.survey;

/** Limits beyond which a form wears people out and a release grows without end. */
final class Sizes {
  static final int QUESTIONS = 200;
  private static final int OPTIONS = 60;
  private static final int ROWS = 30;
  private static final int WORDINGS = 4;
  private static final int SEGMENTS = 8;

  private Sizes() {}

  static void check(Draft draft, Problems problems) {
    atMost(QUESTIONS, draft.places().size(), "/pages", "the survey", "questions", problems);
    for (Draft.Place place : draft.places()) {
      Question question = place.question();
      String name = place.toString();
      int codes = question.scale() == null ? question.codes().size() : 0;
      atMost(OPTIONS, codes, place.at("options"), name, "options", problems);
      atMost(ROWS, question.rows().size(), place.at("rows"), name, "rows", problems);
      atMost(
          WORDINGS, question.wordings().size(), place.at("wordings"), name, "wordings", problems);
    }
    int segments = draft.survey().segments().size();
    atMost(SEGMENTS, segments, "/segments", "the survey", "segments", problems);
  }

  private static void atMost(
      int most, int given, String pointer, String owner, String parts, Problems problems) {
    if (given > most) {
      problems.at(pointer, owner + " has " + given + " " + parts, "use at most " + most);
    }
  }
}
