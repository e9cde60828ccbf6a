package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.refusal.Refusal;
import org.saualnama.studio.Frame;

/** What is said about a table of figures while it is typed. */
public record Figures(Frame frame, List<String> lines, boolean fine) {
  static final String TEMPLATE = "editor/figures.jte";

  static Figures of(Frame frame, JsonNode question, String text) {
    PastedTable.Figures figures = PastedTable.read(question, text);
    List<String> lines = new ArrayList<>();
    if (!text.isBlank()) {
      int count = figures.byCode().size();
      lines.add(frame.say("edit.figures", count, figures.sum().toPlainString()));
      if (figures.arePeople()) {
        lines.add(frame.say("edit.figures.people"));
      }
    }
    List<String> wrong = text.isBlank() ? List.of() : wrong(frame, question, figures);
    lines.addAll(wrong);
    return new Figures(frame, lines, wrong.isEmpty());
  }

  private static List<String> wrong(Frame frame, JsonNode question, PastedTable.Figures figures) {
    try {
      MarginEdits.check(question, figures);
      return List.of();
    } catch (Refusal refusal) {
      return Refused.of(frame, "", refusal).reasons();
    }
  }
}
