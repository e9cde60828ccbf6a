package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Population figures that weights will meet, one segment each. */
final class MarginEdits {
  private MarginEdits() {}

  /**
   * Sets the figures of a segment.
   *
   * @param text a table as it is pasted
   * @param date the day, month or year that they hold for
   * @param source where they come from
   */
  static Edit set(String segment, String text, String date, String source) {
    return tree -> {
      JsonNode question = Parts.question(tree, segment).node();
      PastedTable.Figures figures = PastedTable.read(question, text);
      check(question, figures);
      check(date, source);
      ObjectNode weighting = Parts.object(tree, "weighting");
      ArrayNode margins = Parts.list(weighting, "margins");
      ObjectNode margin =
          Parts.find(margins, "margin", segment)
              .map(Parts.Spot::node)
              .orElseGet(() -> margins.addObject().put("margin", segment));
      Parts.fill(margin, "segments", List.of(segment));
      margin.put("targets", PastedTable.csv(figures, date.strip(), source));
      if (!weighting.has("bounds")) {
        weighting.putArray("bounds").add(new BigDecimal("0.2")).add(5L);
      }
    };
  }

  /** Refuses figures that don't give each category its share of a whole. */
  static void check(JsonNode question, PastedTable.Figures figures) {
    if (!figures.unread().isEmpty()) {
      throw Wrong.field("table", "row_unread", figures.unread().get(0));
    }
    List<String> lacking = new ArrayList<>(Parts.codes(question.path("options"), "code"));
    lacking.removeAll(Parts.strings(question.path("screen_out")));
    lacking.removeAll(figures.byCode().keySet());
    if (!lacking.isEmpty()) {
      throw Wrong.field("table", "category_lacking", String.join(", ", lacking));
    }
    if (!figures.areWhole() || figures.sum().signum() == 0) {
      throw Wrong.field("table", "no_whole", figures.sum().toPlainString());
    }
  }

  private static void check(String date, String source) {
    if (!date.strip().matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")) {
      throw Wrong.field("date", "no_date", "Write the day, month or year, such as 2026-01-01.");
    }
    if (source.isBlank()) {
      throw Wrong.field("source", "no_source", "Say where the figures come from.");
    }
  }

  /** Removes a margin; without any, nothing is weighted. */
  static Edit remove(String margin) {
    return tree -> {
      ArrayNode margins = Parts.list(Parts.object(tree, "weighting"), "margins");
      Parts.find(margins, "margin", margin)
          .orElseThrow(() -> Wrong.gone("margin", margin))
          .remove();
      if (margins.isEmpty()) {
        tree.remove("weighting");
      }
    };
  }
}
