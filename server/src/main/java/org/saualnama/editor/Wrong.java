package org.saualnama.editor;

import java.util.List;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;

/** Refuses an edit, naming the field and the mend. */
final class Wrong {
  private Wrong() {}

  static Refusal field(String field, String code, String detail) {
    return new Refusal(
        Reason.INVALID_DEFINITION, detail, List.of(new Problem(field, code, detail)));
  }

  /** Somebody removed or renamed what an edit is about. */
  static Refusal gone(String kind, String code) {
    String detail = "There is no " + kind + " '" + code + "' any more. Load the page again.";
    return field(kind, "part_gone", detail);
  }
}
