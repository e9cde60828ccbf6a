package org.saualnama.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;

/** A SurveyJS definition: pages of elements, of which panels hold more. */
final class SurveyJs {
  private static final List<String> LEFT_OUT =
      List.of(
          "triggers",
          "calculatedValues",
          "completedHtml",
          "completedHtmlOnCondition",
          "navigateToUrl",
          "questionsOrder");

  private final SourceQuestionnaire source = new SourceQuestionnaire();
  private final Report report;
  private final SurveyJsQuestions questions;

  private SurveyJs(Report report) {
    this.report = report;
    this.questions = new SurveyJsQuestions(report);
  }

  static SourceQuestionnaire read(byte[] file, Report report) {
    JsonNode tree;
    try {
      tree = Json.readUntrusted(file);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("file", "not_json", "The file " + e.getMessage() + ".");
    }
    if (elements(tree).isEmpty() && !tree.path("pages").isArray()) {
      throw Refusal.malformed(
          "file", "not_surveyjs", "Send a SurveyJS definition, which has 'pages' or 'elements'.");
    }
    SurveyJs form = new SurveyJs(report);
    form.read(tree);
    return form.source;
  }

  private static JsonNode elements(JsonNode holder) {
    JsonNode elements = holder.path("elements");
    return elements.isArray() ? elements : holder.path("questions");
  }

  private void read(JsonNode tree) {
    source.language = tree.path("locale").asText("en");
    source.title = Localised.of(tree.path("title"));
    for (String part : LEFT_OUT) {
      if (tree.has(part)) {
        report.add(part, Loss.PART_LEFT_OUT, part, Localised.shown(tree.path(part)));
      }
    }
    Map<String, String> description = Localised.of(tree.path("description"));
    if (!description.isEmpty()) {
      source.say("description", description);
    }
    JsonNode pages = tree.path("pages");
    for (int i = 0; pages.isArray() && i < pages.size(); i++) {
      page(pages.get(i), "pages/" + i);
    }
    if (!elements(tree).isEmpty()) {
      page(tree, "");
    }
  }

  private void page(JsonNode page, String where) {
    boolean whole = where.isEmpty();
    String name = whole ? "page" : page.path("name").asText("page");
    Map<String, String> title = whole ? Map.of() : Localised.of(page.path("title"));
    source.pages.add(SourceGroup.of(name, title, where));
    elements(page, where, whole ? List.of() : conditions(List.of(), page, where));
  }

  private void elements(JsonNode holder, String where, List<String> conditions) {
    JsonNode elements = elements(holder);
    for (int i = 0; i < elements.size(); i++) {
      JsonNode element = elements.get(i);
      String at = (where.isEmpty() ? "" : where + "/") + "elements/" + i;
      List<String> own = conditions(conditions, element, at);
      switch (element.path("type").asText()) {
        case "panel" -> {
          say(element.path("title"), at);
          say(element.path("description"), at);
          elements(element, at, own);
        }
        case "html" -> say(element.path("html"), at);
        default -> {
          for (SourceQuestion question : questions.of(element, at)) {
            question.conditions.addAll(own);
            source.add(question, report);
          }
        }
      }
    }
  }

  private void say(JsonNode words, String where) {
    Map<String, String> texts = Localised.of(words);
    if (!texts.isEmpty()) {
      source.say(where, texts);
    }
  }

  private List<String> conditions(List<String> outer, JsonNode element, String where) {
    JsonNode condition = element.path("visibleIf");
    if (element.path("visible").isBoolean() && !element.path("visible").asBoolean()) {
      report.add(where, Loss.PART_LEFT_OUT, "visible", "false");
    }
    if (!condition.isTextual() || condition.asText().isBlank()) {
      return outer;
    }
    return Stream.concat(outer.stream(), Stream.of(condition.asText())).toList();
  }
}
