package org.saualnama.form;

import java.util.List;
import org.saualnama.submission.AnswerProblem;

/** What a respondent sees next. */
sealed interface Step {
  FormState state();

  /** The first page; {@code unanswered} when it was left without a choice. */
  record Consent(FormState state, boolean unanswered) implements Step {}

  /** A page of questions with what was typed into it, and what is wrong with that. */
  record Ask(FormState state, Fields typed, List<AnswerProblem> problems) implements Step {}

  /** All is answered, and nothing sent. */
  record Ready(FormState state) implements Step {}

  /** The respondent wants it sent. */
  record Send(FormState state) implements Step {}

  /** Over, with nothing kept: by the respondent's choice, or because the survey is for others. */
  record End(FormState state, Why why) implements Step {}

  /** Why it is over; the name of its words, too. */
  enum Why {
    DECLINED,
    SCREENED
  }
}
