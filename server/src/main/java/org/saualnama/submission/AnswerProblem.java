package org.saualnama.submission;

import java.util.Locale;
import org.saualnama.refusal.Refusal;

/**
 * One rule that a submission breaks.
 *
 * @param field the question, grid row or open option it is about
 * @param detail a sentence in English with the way to mend it
 */
public record AnswerProblem(String field, Kind kind, String detail) {
  /** What is wrong; the form says it in the respondent's language. */
  public enum Kind {
    NO_CONSENT,
    UNKNOWN_LANGUAGE,
    UNKNOWN_QUESTION,
    UNKNOWN_ROW,
    UNKNOWN_CODE,
    WRONG_SHAPE,
    REPEATED,
    EXCLUSIVE,
    NOT_ASKED,
    REQUIRED,
    OUT_OF_RANGE,
    TOO_LONG,
    NOT_CHOSEN,
    SCREENED_OUT,
    NOT_SHOWN
  }

  /** As the API says it. */
  public Refusal.Problem forApi() {
    return new Refusal.Problem(field, kind.name().toLowerCase(Locale.ROOT), detail);
  }
}
