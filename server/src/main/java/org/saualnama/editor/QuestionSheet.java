package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saualnama.editor.OptionEdits.Kind;

/** One question of the form, with all that can be changed about it. */
public record QuestionSheet(Sheet sheet, PageSheet page, JsonNode node, int number) {
  /** What can be ticked for a single option, by the list that holds it. */
  private static final List<String> MARKS = List.of("exclusive", "open", "screen_out");

  public String code() {
    return QuestionEdits.code(node);
  }

  public String id() {
    return "q-" + code();
  }

  public String type() {
    return node.path("type").asText();
  }

  public boolean has(String part) {
    return TypeEdit.has(type(), part);
  }

  public boolean isOpen() {
    return sheet.at().equals(code());
  }

  public boolean isFrozen() {
    return sheet.frozen().contains(code());
  }

  /** Its words, in the reader's language if it has them. */
  public String label() {
    return Choices.in(node.path("text"), sheet.frame().language(), code());
  }

  /** The cells of one of its texts. */
  public List<Cell> cells(String field, int rows, boolean needed) {
    JsonNode text = node.at("/" + field.replace('.', '/'));
    String label = sheet.say("field." + field);
    return Cell.of(sheet.languages(), id(), field, text, label, rows, needed);
  }

  public List<OptionSheet> options() {
    return options(Kind.OPTION);
  }

  public List<OptionSheet> rows() {
    return options(Kind.ROW);
  }

  private List<OptionSheet> options(Kind kind) {
    List<OptionSheet> options = new ArrayList<>();
    for (JsonNode option : node.path(kind.list())) {
      options.add(new OptionSheet(this, kind, option, options.size() + 1));
    }
    return options;
  }

  /** What can be ticked for its options. */
  public List<String> marks() {
    return MARKS.stream().filter(this::has).toList();
  }

  public String order() {
    return OrderEdits.rule(node, Kind.OPTION);
  }

  public String rowOrder() {
    return OrderEdits.rule(node, Kind.ROW);
  }

  /** Whether single options may move or stay. */
  public boolean picksMoving() {
    return List.of("shuffle", "flip", "rotate").contains(order());
  }

  /** A residual option of the survey, and whether this question ends with it. */
  public record Residual(String code, String words, boolean on) {}

  public List<Residual> residuals() {
    List<String> on = Parts.strings(node.path("residuals"));
    List<Residual> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : sheet.tree().path("residual_options").properties()) {
      String words = Choices.in(entry.getValue(), sheet.frame().language(), entry.getKey());
      all.add(new Residual(entry.getKey(), words, on.contains(entry.getKey())));
    }
    return all;
  }

  public boolean is(String flag) {
    return node.path(flag).asBoolean();
  }

  public String number(String field) {
    return node.at("/" + field.replace('.', '/')).asText();
  }

  public boolean splits() {
    return TypeEdit.splits(type());
  }

  public boolean leads() {
    return TypeEdit.leads(type());
  }

  public boolean isSegment() {
    return Parts.strings(sheet.tree().path("segments")).contains(code());
  }

  public boolean isCore() {
    return sheet.tree().path("core").asText().equals(code());
  }

  public ConditionSheet condition() {
    return new ConditionSheet(this);
  }

  public List<Note> notes() {
    return sheet.notes().about(code());
  }

  public long count(boolean problems) {
    return notes().stream().filter(note -> note.problem() == problems).count();
  }

  public Map<String, Integer> missing() {
    return Missing.in(node, sheet.languages());
  }

  public boolean isFirst() {
    return number == 1;
  }

  public boolean isLast() {
    return page.isLast() && number == page.first() + page.node().path("questions").size() - 1;
  }
}
