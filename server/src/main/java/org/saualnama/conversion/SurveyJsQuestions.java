package org.saualnama.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.ScalePoints;

/** The questions of a SurveyJS definition, by their type. */
final class SurveyJsQuestions {
  private static final List<String> LEFT_OUT =
      List.of(
          "enableIf",
          "requiredIf",
          "setValueIf",
          "setValueExpression",
          "defaultValue",
          "correctAnswer",
          "choicesByUrl",
          "choicesFromQuestion",
          "choicesVisibleIf",
          "choicesEnableIf",
          "choicesOrder",
          "validators",
          "maxSelectedChoices",
          "minSelectedChoices",
          "cells",
          "rowsVisibleIf",
          "columnsVisibleIf",
          "hasComment",
          "showCommentArea",
          "maskType");
  private static final Set<String> PLAIN_INPUTS = Set.of("", "text", "number", "range");

  private final Report report;

  SurveyJsQuestions(Report report) {
    this.report = report;
  }

  /** The questions that one of SurveyJS's is here; none, with a note, if nothing is like it. */
  List<SourceQuestion> of(JsonNode node, String where) {
    String type = node.path("type").asText();
    List<SourceQuestion> questions =
        switch (type) {
          case "radiogroup", "dropdown", "buttongroup" ->
              List.of(choice(node, where, AnswerType.SINGLE));
          case "checkbox", "tagbox" -> List.of(choice(node, where, AnswerType.MULTIPLE));
          case "imagepicker" -> List.of(pictures(node, where));
          case "boolean" -> List.of(yesOrNo(node, where));
          case "rating" -> List.of(rating(node, where));
          case "matrix" -> List.of(grid(node, where));
          case "comment" -> List.of(question(node, where, AnswerType.TEXT));
          case "text" -> List.of(text(node, where));
          case "multipletext" -> items(node, where);
          default -> none(node, where, type);
        };
    questions.forEach(question -> details(node, question));
    return questions;
  }

  private List<SourceQuestion> none(JsonNode node, String where, String type) {
    report.add(where, Loss.LEFT_OUT, node.path("name").asText(type), type);
    return List.of();
  }

  private static SourceQuestion question(JsonNode node, String where, AnswerType type) {
    String name = node.path("name").asText();
    Map<String, String> title = Localised.of(node.path("title"));
    // SurveyJS shows the name where there is no title
    SourceQuestion question =
        new SourceQuestion(
            name, where, type, title.isEmpty() && !name.isBlank() ? Map.of("", name) : title);
    question.names.add(new SourceQuestion.Name(name, "."));
    return question;
  }

  private SourceQuestion pictures(JsonNode node, String where) {
    boolean several = node.path("multiSelect").asBoolean();
    report.add(where, Loss.PART_LEFT_OUT, "imageLink", node.path("name").asText());
    return choice(node, where, several ? AnswerType.MULTIPLE : AnswerType.SINGLE);
  }

  private SourceQuestion choice(JsonNode node, String where, AnswerType type) {
    SourceQuestion question = question(node, where, type);
    question.options.addAll(options(node.path("choices"), where));
    if (is(node, "hasOther", "showOtherItem")) {
      question.options.add(SourceOption.other(Localised.of(node.path("otherText"))));
    }
    if (is(node, "hasNone", "showNoneItem")) {
      question.options.add(
          new SourceOption("none", Localised.of(node.path("noneText")), "none", false, true));
    }
    if (is(node, "showDontKnowItem", "showDontKnowItem")) {
      question.residuals.add("hard_to_say");
    }
    if (is(node, "showRefuseItem", "showRefuseItem")) {
      question.residuals.add("prefer_not_to_say");
    }
    return question;
  }

  private static boolean is(JsonNode node, String older, String newer) {
    return node.path(older).asBoolean() || node.path(newer).asBoolean();
  }

  private List<SourceOption> options(JsonNode choices, String where) {
    List<SourceOption> options = new ArrayList<>();
    for (JsonNode choice : choices.isArray() ? choices : List.<JsonNode>of()) {
      JsonNode value = choice.isObject() ? choice.path("value") : choice;
      Map<String, String> text = Localised.of(choice.path("text"));
      String plain = value.asText();
      boolean numeric = plain.matches("-?\\d+");
      options.add(SourceOption.of(plain, text.isEmpty() && !numeric ? Localised.of(value) : text));
      if (choice.has("visibleIf") || choice.has("enableIf")) {
        report.add(where, Loss.PART_LEFT_OUT, "visibleIf", plain);
      }
    }
    return options;
  }

  private static SourceQuestion yesOrNo(JsonNode node, String where) {
    SourceQuestion question = question(node, where, AnswerType.SINGLE);
    question.options.add(
        new SourceOption("true", Localised.of(node.path("labelTrue")), "yes", false, false));
    question.options.add(
        new SourceOption("false", Localised.of(node.path("labelFalse")), "no", false, false));
    return question;
  }

  private SourceQuestion rating(JsonNode node, String where) {
    if (node.path("rateValues").isArray() && !node.path("rateValues").isEmpty()) {
      SourceQuestion question = question(node, where, AnswerType.SINGLE);
      question.options.addAll(options(node.path("rateValues"), where));
      return question;
    }
    int from = node.path("rateMin").asInt(1);
    int to =
        node.path("rateMax")
            .asInt(node.has("rateCount") ? from + node.path("rateCount").asInt() - 1 : 5);
    boolean fits =
        to > from && (long) to - from < ScalePoints.MOST && node.path("rateStep").asInt(1) == 1;
    if (!fits) {
      report.add(where, Loss.TYPE_CHANGED, "rating", "number");
      return question(node, where, AnswerType.NUMBER)
          .within(Math.min(from, to), Math.max(from, to));
    }
    SourceQuestion question = question(node, where, AnswerType.SCALE).within(from, to);
    question.low = Localised.of(node.path("minRateDescription"));
    question.high = Localised.of(node.path("maxRateDescription"));
    return question;
  }

  private SourceQuestion grid(JsonNode node, String where) {
    SourceQuestion question = question(node, where, AnswerType.GRID);
    question.options.addAll(options(node.path("columns"), where));
    question.rows.addAll(options(node.path("rows"), where));
    question.required =
        node.path("isAllRowRequired").asBoolean() || node.path("eachRowRequired").asBoolean();
    return question;
  }

  private SourceQuestion text(JsonNode node, String where) {
    String input = node.path("inputType").asText();
    if (input.equals("number") || input.equals("range")) {
      return question(node, where, AnswerType.NUMBER)
          .within(whole(node.path("min")), whole(node.path("max")));
    }
    if (!PLAIN_INPUTS.contains(input)) {
      report.add(where, Loss.TYPE_CHANGED, input, "text");
    }
    return question(node, where, AnswerType.TEXT);
  }

  private static Integer whole(JsonNode number) {
    return number.isInt() ? number.intValue() : null;
  }

  /** Several fields under one question are several questions here. */
  private List<SourceQuestion> items(JsonNode node, String where) {
    List<SourceQuestion> questions = new ArrayList<>();
    for (JsonNode item : node.path("items")) {
      String name = item.path("name").asText();
      Map<String, String> text = Localised.of(item.path("title"));
      questions.add(
          new SourceQuestion(
              node.path("name").asText() + "_" + name,
              where,
              AnswerType.TEXT,
              text.isEmpty() && !name.isBlank() ? Map.of("", name) : text));
    }
    report.add(where, Loss.TYPE_CHANGED, "multipletext", "text");
    return questions;
  }

  private void details(JsonNode node, SourceQuestion question) {
    question.required |= node.path("isRequired").asBoolean();
    question.hint = Localised.of(node.path("description"));
    for (String part : LEFT_OUT) {
      JsonNode value = node.path(part);
      if (!value.isMissingNode() && !(value.isBoolean() && !value.asBoolean())) {
        report.add(question.where, Loss.PART_LEFT_OUT, part, Localised.shown(value));
      }
    }
  }
}
