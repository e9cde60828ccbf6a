package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of the form, and where it stands.
 *
 * @param number of the page, from 1
 * @param first the number of its first question
 */
public record PageSheet(Sheet sheet, JsonNode node, int number, int first) {
  public String code() {
    return node.path("page").asText();
  }

  public String id() {
    return "p-" + code();
  }

  /** What it is called: its title or else its number. */
  public String label() {
    String title = Choices.in(node.path("title"), sheet.frame().language(), "");
    String name = sheet.say("page", number);
    return title.isEmpty() ? name : name + ": " + title;
  }

  public List<Cell> title() {
    return Cell.of(
        sheet.languages(), id(), "title", node.path("title"), sheet.say("page.title"), 1, false);
  }

  public List<QuestionSheet> questions() {
    List<QuestionSheet> questions = new ArrayList<>();
    for (JsonNode question : node.path("questions")) {
      questions.add(new QuestionSheet(sheet, this, question, first + questions.size()));
    }
    return questions;
  }

  public boolean isLast() {
    return number == sheet.tree().path("pages").size();
  }

  public boolean isOpen() {
    return sheet.at().equals("page:" + code());
  }
}
