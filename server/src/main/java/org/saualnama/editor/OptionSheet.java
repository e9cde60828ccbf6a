package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.saualnama.editor.OptionEdits.Kind;

/** One option of a question, or one row of a grid. */
public record OptionSheet(QuestionSheet question, Kind kind, JsonNode node, int number) {
  public String code() {
    return node.path("code").asText();
  }

  /** Which of the question's lists it is in. */
  public String list() {
    return kind.list();
  }

  public String id() {
    return question.id() + "-" + kind.list() + "-" + code();
  }

  /** What it is called on the page. */
  public String label() {
    return Choices.in(node.path("text"), question.sheet().frame().language(), code());
  }

  public List<Cell> cells() {
    String key = kind == Kind.ROW ? "row" : "option";
    return Cell.of(
        question.sheet().languages(),
        question.id(),
        kind.list() + "." + code() + ".text",
        node.path("text"),
        question.sheet().say(key, number),
        1,
        true);
  }

  /** Whether it is in a list of the question, such as {@code exclusive}. */
  public boolean isIn(String list) {
    return Parts.strings(question.node().path(list)).contains(code());
  }

  public boolean moves() {
    return OrderEdits.moving(question.node(), kind).contains(code());
  }

  public boolean isFirst() {
    return number == 1;
  }

  public boolean isLast() {
    return number == question.node().path(kind.list()).size();
  }
}
