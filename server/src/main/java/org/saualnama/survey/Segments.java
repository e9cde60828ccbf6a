package org.saualnama.survey;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Holds segments and the core question to questions that results can be split by and shown for. */
final class Segments {
  private static final Set<AnswerType> TYPES = EnumSet.of(AnswerType.SINGLE, AnswerType.SCALE);

  private static final Set<AnswerType> CORE =
      EnumSet.of(AnswerType.SINGLE, AnswerType.SCALE, AnswerType.MULTIPLE);

  /** What tables call their other columns and dimensions. */
  private static final Set<String> TAKEN =
      Set.of(
          "answer",
          "answer_label",
          "base",
          "collector",
          "metric",
          "notice",
          "question",
          "release",
          "share_percent",
          "status");

  private Segments() {}

  /** Whether tables have a column of this name already. */
  static boolean isTaken(String name) {
    return TAKEN.contains(name);
  }

  static void check(Draft draft, Problems problems) {
    List<String> segments = draft.survey().segments();
    List<String> fit =
        draft.survey().questions().stream()
            .filter(question -> TYPES.contains(question.type()))
            .map(Question::code)
            .toList();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (!fit.contains(segment)) {
        String fault =
            draft.survey().question(segment).isPresent()
                ? "', which doesn't put each respondent into one category"
                : "', which is no question";
        String message = "segments name '" + segment + fault;
        problems.at("/segments/" + i, message, Problems.oneOf(fit));
      } else if (TAKEN.contains(segment)) {
        String message = "segments name '" + segment + "', which every table has a column of";
        problems.at("/segments/" + i, message, "give the question another code");
      }
    }
    core(draft, problems);
  }

  private static void core(Draft draft, Problems problems) {
    Survey survey = draft.survey();
    List<String> fit =
        survey.questions().stream()
            .filter(question -> CORE.contains(question.type()))
            .map(Question::code)
            .toList();
    if (!fit.contains(survey.core())) {
      String fault =
          survey.question(survey.core()).isEmpty()
              ? "', which is no question"
              : "', which is no single question with options";
      problems.at("/core", "core names '" + survey.core() + fault, Problems.oneOf(fit));
    }
  }
}
