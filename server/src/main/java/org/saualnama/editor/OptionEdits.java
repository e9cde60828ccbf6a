package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Adds, moves, renames and removes the options of a question, or the rows of a grid. */
final class OptionEdits {
  private OptionEdits() {}

  /** Which of the two lists. */
  enum Kind {
    OPTION("options", "order"),
    ROW("rows", "row_order");

    private final String list;
    private final String order;

    Kind(String list, String order) {
      this.list = list;
      this.order = order;
    }

    String list() {
      return list;
    }

    String order() {
      return order;
    }
  }

  /** One for each line of {@code lines}, as they come from a list elsewhere. */
  static Edit add(String question, Kind kind, String language, String lines) {
    return tree -> {
      ObjectNode node = TypeEdit.that(tree, question, kind.list());
      ArrayNode list = Parts.list(node, kind.list());
      List<String> taken = new ArrayList<>(Parts.codes(list, "code"));
      taken.addAll(Parts.strings(node.path("residuals")));
      for (String line : lines.lines().map(OptionEdits::bare).toList()) {
        if (!line.isEmpty()) {
          String code = Codes.of(line, kind == Kind.ROW ? "row" : "option", taken);
          ObjectNode option = list.addObject().put("code", code);
          option.putObject("text").put(language, line);
          taken.add(code);
          OrderEdits.joined(node, kind, code);
        }
      }
      if (list.isEmpty()) {
        node.remove(kind.list());
      }
    };
  }

  /** Without the bullets and numbers that lists come with. */
  private static String bare(String line) {
    return TextEdits.tidy(line).replaceFirst("^(?:[-*•–—]|[0-9]{1,2}[.)])\\s+", "");
  }

  /** One place up or down. */
  static Edit move(String question, Kind kind, String code, int step) {
    return tree -> {
      Parts.Spot spot = spot(Parts.question(tree, question).node(), kind, code);
      Parts.move(spot.list(), spot.index(), step);
    };
  }

  /** Removes one, unless a condition hangs on it; what only names it forgets it. */
  static Edit remove(String question, Kind kind, String code) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      Parts.Spot spot = spot(node, kind, code);
      Uses uses = new Uses(tree);
      if (kind == Kind.ROW) {
        uses.refuseIfRowNeeded(question, code);
      } else {
        uses.refuseIfOptionNeeded(question, code);
        Renaming.NAMING.forEach(list -> without(node, list, code));
        node.path("wordings").forEach(wording -> forget(wording.path("options"), code));
      }
      OrderEdits.left(node, kind, code);
      spot.remove();
      if (spot.list().isEmpty()) {
        node.remove(kind.list());
      }
    };
  }

  private static void forget(JsonNode words, String code) {
    if (words instanceof ObjectNode object) {
      object.remove(code);
    }
  }

  static void without(ObjectNode owner, String list, String code) {
    if (owner.has(list)) {
      List<String> codes = new ArrayList<>(Parts.strings(owner.get(list)));
      codes.remove(code);
      Parts.put(owner, list, codes);
    }
  }

  /** Gives one another code, wherever it is named; only where nothing is published yet. */
  static Edit rename(String question, Kind kind, String old, String code) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      Parts.Spot spot = spot(node, kind, old);
      List<String> others = new ArrayList<>(Parts.codes(spot.list(), "code"));
      others.addAll(Parts.strings(node.path("residuals")));
      others.remove(old);
      spot.node().put("code", Codes.checked(code, others));
      if (kind == Kind.ROW) {
        Renaming.row(tree, node, old, code);
      } else {
        Renaming.option(tree, node, old, code);
      }
    };
  }

  private static Parts.Spot spot(ObjectNode question, Kind kind, String code) {
    return Parts.find(Parts.list(question, kind.list()), "code", code)
        .orElseThrow(() -> Wrong.gone(kind == Kind.ROW ? "row" : "option", code));
  }
}
