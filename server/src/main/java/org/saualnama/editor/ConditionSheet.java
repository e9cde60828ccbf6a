package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is asked a question, and what could decide it. */
public record ConditionSheet(QuestionSheet question) {
  /** An answer that decides, with the button's value that takes it out. */
  public record Named(String part, String item, String code, String words) {
    public String act() {
      return "condition.remove " + part + " " + item + " " + code;
    }
  }

  /** An earlier question with its answers. */
  public record Group(String label, List<Answer> answers) {}

  /**
   * An answer to pick.
   *
   * @param value the item and the code, with a blank between
   */
  public record Answer(String value, String words) {}

  public List<String> sentences() {
    Sheet sheet = question.sheet();
    return new ConditionWords(sheet.tree(), sheet.frame().words()).of(question.node());
  }

  public List<Named> named() {
    List<Named> all = new ArrayList<>();
    for (String part : List.of("ask_if", "ask_unless")) {
      for (Map.Entry<String, String> each : ConditionEdits.named(question.node().path(part))) {
        String words = label(each.getKey()) + ": " + answer(each.getKey(), each.getValue());
        all.add(new Named(part, each.getKey(), each.getValue(), words));
      }
    }
    return all;
  }

  public List<Group> offered() {
    return ConditionEdits.before(question.sheet().tree(), question.code()).stream()
        .map(
            choice ->
                new Group(
                    label(choice.item()),
                    choice.codes().stream()
                        .map(c -> new Answer(choice.item() + " " + c, answer(choice.item(), c)))
                        .toList()))
        .toList();
  }

  /** Whether {@code ask_unless} is what is there already. */
  public boolean isUnless() {
    return question.node().has("ask_unless") && !question.node().has("ask_if");
  }

  private String label(String item) {
    Sheet sheet = question.sheet();
    return ConditionWords.label(sheet.tree(), item, sheet.frame().language());
  }

  private String answer(String item, String code) {
    Sheet sheet = question.sheet();
    JsonNode asked =
        sheet
            .question(item.replaceFirst("\\..*", ""))
            .<JsonNode>map(Parts.Spot::node)
            .orElse(sheet.tree().path("no such question"));
    return Choices.words(sheet.tree(), asked, code, sheet.frame().language());
  }
}
