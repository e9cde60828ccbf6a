package org.saualnama.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.submission.AnswerProblem;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Question;
import org.saualnama.texts.Words;

/**
 * One thing to mend, in the respondent's language.
 *
 * @param field the question, grid row or open option
 * @param target the id of the control to go to
 */
public record Complaint(String field, String target, String message) {

  /** One per field, for {@code problems} with what is on a page. */
  static Map<String, Complaint> about(
      List<AnswerProblem> problems, Words words, Presentation presentation, Fields typed) {
    Map<String, Complaint> complaints = new LinkedHashMap<>();
    for (AnswerProblem problem : problems) {
      Question question = presentation.question(AnswerSheet.question(problem.field()));
      String target = "q-" + problem.field();
      complaints.putIfAbsent(
          problem.field(),
          new Complaint(
              problem.field(), target, message(problem, question, words, presentation, typed)));
    }
    return complaints;
  }

  private static String message(
      AnswerProblem problem,
      Question question,
      Words words,
      Presentation presentation,
      Fields typed) {
    return switch (problem.kind()) {
      case REQUIRED -> words.say("problem.REQUIRED");
      case EXCLUSIVE -> exclusive(question, words, presentation, typed);
      case OUT_OF_RANGE -> words.say("problem.OUT_OF_RANGE", range(question, words));
      case TOO_LONG -> words.say("problem.TOO_LONG", question.longestText());
      case NOT_CHOSEN -> words.say("problem.NOT_CHOSEN");
      case WRONG_SHAPE ->
          question.type() != AnswerType.NUMBER
              ? words.say("problem.OTHER")
              : typed.all(question.code()).stream().anyMatch(question.residuals()::contains)
                  ? exclusive(question, words, presentation, typed)
                  : words.say("problem.WRONG_SHAPE");
      // No page of ours leads to these; a tampered one may.
      case NO_CONSENT,
          UNKNOWN_LANGUAGE,
          UNKNOWN_QUESTION,
          UNKNOWN_ROW,
          UNKNOWN_CODE,
          REPEATED,
          NOT_ASKED,
          SCREENED_OUT,
          NOT_SHOWN ->
          words.say("problem.OTHER");
    };
  }

  private static String exclusive(
      Question question, Words words, Presentation presentation, Fields typed) {
    return typed.all(question.code()).stream()
        .filter(question::isExclusive)
        .findFirst()
        .map(code -> words.say("problem.EXCLUSIVE", presentation.label(question, code)))
        .orElseGet(() -> words.say("problem.OTHER"));
  }

  private static String range(Question question, Words words) {
    return question.max() == null
        ? words.say("range.from", question.min())
        : question.min() == null
            ? words.say("range.to", question.max())
            : words.say("range.both", question.min(), question.max());
  }
}
