package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.editor.OptionEdits.Kind;

/** How options move from respondent to respondent. */
final class OrderEdits {
  /** As printed, and the ways in which the definition lets them move. */
  static final List<String> RULES = List.of("fixed", "shuffle", "flip", "rotate", "by_name");

  private OrderEdits() {}

  /** The rule in force. */
  static String rule(JsonNode question, Kind kind) {
    JsonNode order = question.path(kind.order());
    return RULES.stream().filter(order::has).findFirst().orElse("fixed");
  }

  /** The codes that move. */
  static List<String> moving(JsonNode question, Kind kind) {
    return Parts.strings(question.path(kind.order()).path(rule(question, kind)));
  }

  /** Another rule. All options move that have no reason to stay, and moved ones go on moving. */
  static Edit set(String question, Kind kind, String rule) {
    return tree -> {
      ObjectNode node = TypeEdit.that(tree, question, kind.order());
      if (!RULES.contains(rule)) {
        throw Wrong.field(kind.order(), "unknown_order", "Choose one of the orders in the list.");
      }
      List<String> before = moving(node, kind);
      put(node, kind, rule, before.isEmpty() ? free(node, kind) : before);
    };
  }

  /** Lets these move, and no others. */
  static Edit moving(String question, Kind kind, List<String> codes) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      String rule = rule(node, kind);
      if (!rule.equals("fixed") && !rule.equals("by_name")) {
        List<String> known = new ArrayList<>(Parts.codes(node.path(kind.list()), "code"));
        known.retainAll(codes);
        put(node, kind, rule, known);
      }
    };
  }

  /** A new option moves with the others. */
  static void joined(ObjectNode question, Kind kind, String code) {
    List<String> codes = new ArrayList<>(moving(question, kind));
    if (!codes.isEmpty()) {
      codes.add(code);
      put(question, kind, rule(question, kind), codes);
    }
  }

  /** An option that is gone moves no more. */
  static void left(ObjectNode question, Kind kind, String code) {
    List<String> codes = new ArrayList<>(moving(question, kind));
    if (codes.remove(code)) {
      put(question, kind, rule(question, kind), codes);
    }
  }

  private static void put(ObjectNode question, Kind kind, String rule, List<String> codes) {
    question.remove(kind.order());
    if (rule.equals("by_name")) {
      question.putObject(kind.order()).put("by_name", true);
    } else if (!rule.equals("fixed") && codes.size() > 1) {
      // A single one has nothing to change places with.
      Parts.put(question.putObject(kind.order()), rule, codes);
    }
  }

  /** "Other" and "none of these" are looked for at the end. */
  private static List<String> free(JsonNode question, Kind kind) {
    List<String> codes = new ArrayList<>(Parts.codes(question.path(kind.list()), "code"));
    if (kind == Kind.OPTION) {
      codes.removeAll(Parts.strings(question.path("exclusive")));
      codes.removeAll(Parts.strings(question.path("open")));
    }
    return codes;
  }
}
