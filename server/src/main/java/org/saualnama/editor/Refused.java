package org.saualnama.editor;

import java.util.List;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.studio.Frame;

/** Why an edit was not made, in the reader's words. */
public record Refused(Frame frame, String back, List<String> reasons) {
  static final String TEMPLATE = "editor/refused.jte";
  static final String PAGE = "editor/refusedpage.jte";

  static Refused of(Frame frame, String back, Refusal refusal) {
    List<String> reasons = refusal.problems().stream().map(p -> words(frame, p)).toList();
    return new Refused(frame, back, reasons.isEmpty() ? List.of(words(frame, refusal)) : reasons);
  }

  private static String words(Frame frame, Refusal refusal) {
    return frame.words().find("fault." + refusal.reason()).orElse(refusal.getMessage());
  }

  private static String words(Frame frame, Problem problem) {
    return frame.words().find("edit.fault." + problem.code()).isPresent()
        ? frame.say("edit.fault." + problem.code(), problem.field(), problem.detail())
        : frame.words().find("fault." + problem.code()).orElse(problem.detail());
  }
}
