package org.saualnama.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Switches and numbers of a question and its options. */
final class SettingEdits {
  private static final List<String> SWITCHES = List.of("required", "lock", "strict");

  private SettingEdits() {}

  /** {@code required}, {@code lock} or {@code strict}. */
  static Edit flag(String question, String name, boolean on) {
    return tree -> {
      ObjectNode node = TypeEdit.that(tree, question, name);
      if (on && SWITCHES.contains(name)) {
        node.put(name, true);
      } else {
        node.remove(name);
      }
    };
  }

  /** Which options are {@code exclusive}, {@code open}, {@code screen_out} or {@code residuals}. */
  static Edit marked(String question, String list, List<String> codes) {
    return tree -> {
      ObjectNode node = TypeEdit.that(tree, question, list);
      List<String> before = Parts.strings(node.path(list));
      if (list.equals("residuals")) {
        before.stream()
            .filter(code -> !codes.contains(code))
            .forEach(code -> residualGone(tree, node, code));
      }
      // Those that stay keep their order, which for residuals is that of the form.
      List<String> after = new ArrayList<>(before);
      after.retainAll(codes);
      codes.stream().filter(code -> !after.contains(code)).forEach(after::add);
      Parts.put(node, list, after);
    };
  }

  private static void residualGone(ObjectNode tree, ObjectNode question, String code) {
    new Uses(tree).refuseIfOptionNeeded(QuestionEdits.code(question), code);
    OptionEdits.without(question, "screen_out", code);
  }

  /**
   * A number of a question, such as {@code max_length} or {@code scale.from}.
   *
   * @param words as typed; blank for none
   */
  static Edit number(String question, String field, String words) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      boolean ofScale = field.startsWith("scale.");
      ObjectNode owner = ofScale ? Parts.object(node, "scale") : node;
      String name = ofScale ? field.substring("scale.".length()) : field;
      String digits = words.strip();
      if (digits.isEmpty()) {
        owner.remove(name);
      } else if (digits.matches("-?[0-9]{1,9}")) {
        owner.put(name, Long.parseLong(digits));
      } else {
        throw Wrong.field(field, "no_number", "Write a whole number, in digits.");
      }
    };
  }

  /** Whether results may be split by a question. */
  static Edit segment(String question, boolean on) {
    return tree -> {
      List<String> codes = new ArrayList<>(Parts.strings(tree.path("segments")));
      if (on == codes.contains(question)) {
        return;
      }
      if (!on) {
        new Uses(tree).refuseIfMargin(question);
        codes.remove(question);
      } else {
        codes.add(question);
      }
      Parts.fill(tree, "segments", codes);
    };
  }

  /** The question that the results page leads with. */
  static Edit core(String question) {
    return tree -> {
      Parts.question(tree, question);
      tree.put("core", question);
    };
  }
}
