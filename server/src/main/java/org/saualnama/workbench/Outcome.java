package org.saualnama.workbench;

import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.studio.Faults;
import org.saualnama.studio.Faults.Fault;
import org.saualnama.texts.Words;

/**
 * What came of a wish: a table, or what has to be mended at which field, or neither where there is
 * nothing yet.
 */
record Outcome(Optional<Shown> shown, Faults faults) {
  private static final String FILTER = "where.";

  static Outcome of(Shown shown) {
    return new Outcome(Optional.of(shown), Faults.NONE);
  }

  /** Nothing is looked up. */
  static Outcome nothing() {
    return new Outcome(Optional.empty(), Faults.NONE);
  }

  /** Why it can't be, in the reader's language where there are words for it. */
  static Outcome refused(Refusal refusal, Wish wish, Words words) {
    if (refusal.problems().isEmpty()) {
      boolean early = refusal.reason() == Reason.NOT_FOUND && wish.release().isEmpty();
      String said = said(refusal.reason().name(), refusal.getMessage(), words);
      return early ? nothing() : new Outcome(Optional.empty(), Faults.of("release", said));
    }
    List<Fault> faults = refusal.problems().stream().map(problem -> fault(problem, words)).toList();
    return new Outcome(Optional.empty(), new Faults(faults));
  }

  private static Fault fault(Problem problem, Words words) {
    String field = problem.field().startsWith(FILTER) ? "filter" : problem.field();
    return new Fault(field, said(problem.code(), problem.detail(), words));
  }

  private static String said(String code, String otherwise, Words words) {
    return words.find("workbench.fault." + code).orElse(otherwise);
  }
}
