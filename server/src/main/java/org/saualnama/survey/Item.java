package org.saualnama.survey;

import java.util.List;

/**
 * The unit that is answered and counted: a question, or one row of a grid ({@code question.row}).
 *
 * @param code the question's code, or {@code question.row}
 * @param question the question it belongs to
 * @param codes what can be chosen, residuals last; of a number, only its residuals
 */
public record Item(String code, Question question, List<String> codes) {
  /** Whether results can be split into shares of its codes. */
  public boolean isChoice() {
    return !isNumber() && question.type() != AnswerType.TEXT;
  }

  public boolean isNumber() {
    return question.type() == AnswerType.NUMBER;
  }
}
