package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.texts.Texts;

/**
 * Reads what a form of the editor sent as edits: first what differs from what its author saw, then
 * what a button asked for. So a form that was open for long changes nothing it didn't mean to.
 */
final class EditForm {
  private final JsonNode seen;
  private final Sent sent;
  private final Set<String> frozen;
  private final List<Edit> edits = new ArrayList<>();

  private EditForm(JsonNode seen, Sent sent, Set<String> frozen) {
    this.seen = seen;
    this.sent = sent;
    this.frozen = frozen;
  }

  /**
   * All that was asked for, as one edit.
   *
   * @param seen the definition that the form was made from
   * @param frozen questions that are published, whose codes stay
   */
  static Edit of(JsonNode seen, Sent sent, Set<String> frozen, Texts texts) {
    EditForm form = new EditForm(Parts.shaped(seen), sent, frozen);
    if (sent.part().equals("survey")) {
      form.survey(texts);
    } else if (sent.page().isPresent()) {
      form.page(sent.page().get());
    } else if (sent.part().isEmpty()) {
      form.edits.add(PageEdits.add(""));
    } else {
      form.question(sent.part(), texts);
    }
    return Edit.all(form.edits);
  }

  private void survey(Texts texts) {
    each((field, language, words) -> TextEdits.ofSurvey(field, language, words), seen);
    sent.find("sensitivity")
        .filter(value -> !value.equals(seen.path("sensitivity").asText("sensitive")))
        .ifPresent(value -> edits.add(SurveyEdits.sensitivity(value)));
    List<String> languages = sent.all("languages");
    boolean same =
        new HashSet<>(languages).equals(new HashSet<>(Parts.strings(seen.path("languages"))));
    if (sent.fields().containsKey("has.languages") && !same) {
      edits.add(SurveyEdits.languages(languages));
    }
    List<String> act = sent.act();
    switch (act.get(0)) {
      case "residual.add" -> edits.add(SurveyEdits.usualResidual(act.get(1), texts));
      case "residual.remove" -> edits.add(SurveyEdits.removeResidual(act.get(1)));
      case "margin.remove" -> edits.add(MarginEdits.remove(act.get(1)));
      case "margin.set" ->
          edits.add(
              MarginEdits.set(
                  act.get(1),
                  sent.one("m.table." + act.get(1)),
                  sent.one("m.date." + act.get(1)),
                  sent.one("m.source." + act.get(1))));
      default -> {}
    }
  }

  private void page(String page) {
    JsonNode node =
        Parts.find(seen.path("pages"), "page", page)
            .<JsonNode>map(Parts.Spot::node)
            .orElseThrow(() -> Wrong.gone("page", page));
    each((field, language, words) -> TextEdits.ofPage(page, language, words), node);
    switch (sent.act().get(0)) {
      case "up" -> edits.add(PageEdits.move(page, -1));
      case "down" -> edits.add(PageEdits.move(page, 1));
      case "duplicate" -> edits.add(PageEdits.duplicate(page));
      case "remove" -> edits.add(PageEdits.remove(page));
      case "add" -> edits.add(PageEdits.add(page));
      case "question" ->
          edits.add(
              QuestionEdits.add(page, sent.one("type"), sent.one("language"), sent.one("words")));
      default -> {}
    }
  }

  private void question(String question, Texts texts) {
    JsonNode node =
        Parts.find(seen, question)
            .<JsonNode>map(Parts.Spot::node)
            .orElseThrow(() -> Wrong.gone("question", question));
    if (sent.act().get(0).endsWith("rename") && frozen.contains(question)) {
      throw Wrong.field(question, "code_frozen", "Answers are kept under this code: it stays.");
    }
    each((field, language, words) -> TextEdits.ofQuestion(question, field, language, words), node);
    edits.addAll(QuestionForm.edits(question, node, seen, sent));
    if (sent.act().get(0).equals("residual.add")) {
      String code = sent.act().get(sent.act().size() - 1);
      List<String> residuals = new ArrayList<>(Parts.strings(node.path("residuals")));
      residuals.add(code);
      edits.add(SurveyEdits.usualResidual(code, texts));
      edits.add(SettingEdits.marked(question, "residuals", residuals));
    }
  }

  /** An edit of one text in one language. */
  @FunctionalInterface
  private interface OfText {
    Edit of(String field, String language, String words);
  }

  private void each(OfText edit, JsonNode owner) {
    for (Map.Entry<String, List<String>> entry : sent.fields().entrySet()) {
      String name = entry.getKey();
      int dot = name.lastIndexOf('.');
      if (name.startsWith("t.") && dot > 2) {
        String field = name.substring(2, dot);
        String language = name.substring(dot + 1);
        String words = TextEdits.tidy(entry.getValue().get(0));
        if (!words.equals(TextEdits.get(owner, field, language))) {
          edits.add(edit.of(field, language, words));
        }
      }
    }
  }
}
