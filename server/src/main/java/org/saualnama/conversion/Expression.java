package org.saualnama.conversion;

import java.util.List;

/** When a question is asked, as files say it, as far as there is any hope to say it here too. */
sealed interface Expression {
  /** All of them hold; of none, always. */
  record All(List<Expression> parts) implements Expression {}

  /** One of them holds. */
  record Any(List<Expression> parts) implements Expression {}

  /** It doesn't hold. */
  record Not(Expression part) implements Expression {}

  /**
   * One of these was answered.
   *
   * @param only whether nothing else may have been answered along with it
   */
  record Is(String name, List<String> values, boolean only) implements Expression {}

  /** Anything was answered. */
  record Answered(String name) implements Expression {}

  /**
   * What was answered is a number on one side of {@code limit}.
   *
   * @param operator one of {@code < <= > >=}
   */
  record Compared(String name, String operator, double limit) implements Expression {
    boolean holdsFor(double number) {
      return switch (operator) {
        case "<" -> number < limit;
        case "<=" -> number <= limit;
        case ">" -> number > limit;
        default -> number >= limit;
      };
    }
  }

  /** What has no counterpart in a definition. */
  final class NotSimple extends Exception {
    private static final long serialVersionUID = 1;

    NotSimple(String why) {
      super(why, null, false, false);
    }
  }
}
