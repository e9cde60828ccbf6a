package org.saualnama.survey;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The unit that is answered and counted: a question, or one row of a grid ({@code question.row}).
 *
 * @param code the question's code, or {@code question.row}
 * @param question the question it belongs to
 * @param codes what can be chosen, residuals last; of a number, only its residuals
 * @param places each code's place among {@code codes}: looked up for every answer
 */
public record Item(
    String code, Question question, List<String> codes, Map<String, Integer> places) {
  Item(String code, Question question, List<String> codes) {
    this(code, question, List.copyOf(codes), places(codes));
  }

  private static Map<String, Integer> places(List<String> codes) {
    Map<String, Integer> places = new HashMap<>();
    for (String code : codes) {
      places.putIfAbsent(code, places.size());
    }
    return Collections.unmodifiableMap(places);
  }

  /** The codes that can be counted: all but those that end the survey. */
  public List<String> counted() {
    return codes.stream().filter(one -> !question.screenOut().contains(one)).toList();
  }

  /** Whether results can be split into shares of its codes. */
  public boolean isChoice() {
    return !isNumber() && question.type() != AnswerType.TEXT;
  }

  public boolean isNumber() {
    return question.type() == AnswerType.NUMBER;
  }
}
