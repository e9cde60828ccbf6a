package org.saualnama.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.saualnama.survey.Condition;
import org.saualnama.survey.Question;

/**
 * Which earlier answers decide who is asked a question: its base counts those answers. An answer
 * that is given by earlier ones ({@code set_if}) keeps nobody out, and so does not count here.
 */
final class Conditions {
  private Conditions() {}

  static boolean isConditional(Question question) {
    return of(question).findAny().isPresent();
  }

  /** The conditions under which it is asked or not. */
  static List<Condition> all(Question question) {
    return of(question).toList();
  }

  private static Stream<Condition> of(Question question) {
    return Stream.of(question.askIf(), question.askUnless()).filter(Objects::nonNull);
  }
}
