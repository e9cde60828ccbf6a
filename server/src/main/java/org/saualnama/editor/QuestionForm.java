package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.saualnama.editor.OptionEdits.Kind;

/** Reads the ticks, choices, numbers and buttons of a question's form. */
final class QuestionForm {
  private final String question;
  private final JsonNode node;
  private final Sent sent;
  private final List<Edit> edits = new ArrayList<>();

  private QuestionForm(String question, JsonNode node, Sent sent) {
    this.question = question;
    this.node = node;
    this.sent = sent;
  }

  static List<Edit> edits(String question, JsonNode node, JsonNode seen, Sent sent) {
    QuestionForm form = new QuestionForm(question, node, sent);
    form.switches(seen);
    form.lists();
    form.numbers();
    form.orders();
    form.added();
    form.act();
    return form.edits;
  }

  /** A box that isn't ticked sends nothing: {@code has.name} says that it was there. */
  private boolean shows(String name) {
    return sent.fields().containsKey("has." + name);
  }

  private void switches(JsonNode seen) {
    for (String flag : List.of("required", "lock", "strict")) {
      boolean on = !sent.one(flag).isEmpty();
      if (shows(flag) && on != node.path(flag).asBoolean()) {
        edits.add(SettingEdits.flag(question, flag, on));
      }
    }
    boolean segment = !sent.one("segment").isEmpty();
    boolean was = Parts.strings(seen.path("segments")).contains(question);
    if (shows("segment") && segment != was) {
      edits.add(SettingEdits.segment(question, segment));
    }
    if (!sent.one("core").isEmpty() && !seen.path("core").asText().equals(question)) {
      edits.add(SettingEdits.core(question));
    }
  }

  private void lists() {
    for (String list : List.of("exclusive", "open", "screen_out", "residuals")) {
      List<String> codes = sent.all(list);
      if (shows(list) && !same(codes, Parts.strings(node.path(list)))) {
        edits.add(SettingEdits.marked(question, list, codes));
      }
    }
  }

  private static boolean same(List<String> a, List<String> b) {
    return new HashSet<>(a).equals(new HashSet<>(b));
  }

  private void numbers() {
    for (String field : List.of("min", "max", "max_length", "scale.from", "scale.to")) {
      String before = node.at("/" + field.replace('.', '/')).asText();
      sent.find("n." + field)
          .filter(words -> !words.strip().equals(before))
          .ifPresent(words -> edits.add(SettingEdits.number(question, field, words)));
    }
  }

  private void orders() {
    for (Kind kind : Kind.values()) {
      String before = OrderEdits.rule(node, kind);
      String rule = sent.find(kind.order()).orElse(before);
      if (!rule.equals(before)) {
        edits.add(OrderEdits.set(question, kind, rule));
      } else if (shows("moves." + kind.list())
          && !same(sent.all("moves." + kind.list()), OrderEdits.moving(node, kind))) {
        edits.add(OrderEdits.moving(question, kind, sent.all("moves." + kind.list())));
      }
    }
  }

  private void added() {
    for (Kind kind : Kind.values()) {
      String lines = sent.one("add." + kind.list());
      if (!lines.isBlank()) {
        edits.add(OptionEdits.add(question, kind, sent.one("language"), lines));
      }
    }
  }

  private void act() {
    List<String> act = sent.act();
    if (act.get(0).startsWith("options.") || act.get(0).startsWith("rows.")) {
      option(act);
      return;
    }
    switch (act.get(0)) {
      case "up" -> edits.add(QuestionEdits.move(question, -1));
      case "down" -> edits.add(QuestionEdits.move(question, 1));
      case "duplicate" -> edits.add(QuestionEdits.duplicate(question));
      case "remove" -> edits.add(QuestionEdits.remove(question));
      case "split" -> edits.add(PageEdits.split(question));
      case "page" -> edits.add(QuestionEdits.moveTo(question, sent.one("to_page")));
      case "type" -> edits.add(TypeEdit.set(question, sent.one("type")));
      case "rename" -> edits.add(QuestionEdits.rename(question, sent.one("code").strip()));
      case "condition.add" -> condition();
      case "condition.remove" -> {
        if (act.size() == 4) {
          edits.add(ConditionEdits.remove(question, act.get(1), act.get(2), act.get(3)));
        }
      }
      default -> {}
    }
  }

  private void condition() {
    List<String> choice = List.of(sent.one("condition.choice").split(" ", -1));
    edits.add(
        ConditionEdits.add(
            question, sent.one("condition.part"), choice.get(0), choice.get(choice.size() - 1)));
  }

  private void option(List<String> act) {
    Kind kind = act.get(0).startsWith("rows.") ? Kind.ROW : Kind.OPTION;
    String code = act.get(act.size() - 1);
    switch (act.get(0).substring(kind.list().length() + 1)) {
      case "up" -> edits.add(OptionEdits.move(question, kind, code, -1));
      case "down" -> edits.add(OptionEdits.move(question, kind, code, 1));
      case "remove" -> edits.add(OptionEdits.remove(question, kind, code));
      case "rename" ->
          edits.add(
              OptionEdits.rename(
                  question, kind, code, sent.one("code." + kind.list() + "." + code).strip()));
      default -> {}
    }
  }
}
