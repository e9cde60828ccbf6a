package org.saualnama.survey;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;

/** A survey in one language: all that a client needs to put it to somebody. */
final class SurveyView {
  private final PublishedSurvey published;
  private final Survey survey;
  private final String language;

  SurveyView(PublishedSurvey published, String language) {
    this.published = published;
    this.survey = published.latest().survey();
    this.language = language;
  }

  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("survey", survey.code());
    view.put("version", published.latest().number());
    view.put("language", language);
    view.put("languages", survey.languages());
    view.put("open", published.open());
    view.put("sensitivity", survey.sensitivity());
    published.closes().ifPresent(end -> view.put("closes", ISO_OFFSET_DATE_TIME.format(end)));
    view.put("title", words(survey.title()));
    view.put(
        "consent",
        Json.object(
            "text", words(survey.consent().text()),
            "agree", words(survey.consent().agree()),
            "decline", words(survey.consent().decline())));
    view.put("pages", survey.pages().stream().map(this::page).toList());
    view.put("segments", survey.segments());
    putUnlessEmpty(view, "groupings", survey.groupings().stream().map(this::grouping).toList());
    putUnlessEmpty(view, "crossings", survey.crossings());
    view.put("core", survey.core());
    view.put("disclosure_items", words(survey.disclosureItems()));
    return view;
  }

  private Map<String, Object> grouping(Grouping grouping) {
    return Json.object(
        "grouping", grouping.code(),
        "segment", grouping.segment(),
        "text", words(grouping.text()),
        "groups",
            grouping.groups().stream()
                .map(
                    group ->
                        Json.object(
                            "code", group.code(),
                            "text", words(group.text()),
                            "codes", group.codes()))
                .toList());
  }

  private Map<String, Object> page(Page page) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("page", page.code());
    putWords(view, "title", page.title());
    view.put("questions", page.questions().stream().map(this::question).toList());
    return view;
  }

  private Map<String, Object> question(Question question) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("question", question.code());
    view.put("type", question.type());
    putWords(view, "text", question.text());
    putWords(view, "hint", question.hint());
    putWords(view, "short", question.label());
    view.put("required", question.required());
    if (!question.codes().isEmpty()) {
      view.put("options", question.codes().stream().map(code -> option(question, code)).toList());
    }
    if (!question.rows().isEmpty()) {
      view.put("rows", question.rows().stream().map(this::row).toList());
    }
    putUnlessEmpty(
        view, "exclusive", question.codes().stream().filter(question::isExclusive).toList());
    putUnlessEmpty(view, "open", question.open());
    putUnlessEmpty(view, "screen_out", question.screenOut());
    putUnlessEmpty(view, "wordings", question.wordings().stream().map(this::wording).toList());
    view.put("order", question.order());
    view.put("row_order", question.rowOrder());
    putUnlessNull(view, "min", question.min());
    putUnlessNull(view, "max", question.max());
    putScale(view, question.scale());
    if (question.type() == AnswerType.TEXT || !question.open().isEmpty()) {
      view.put("max_length", question.longestText());
    }
    putUnlessNull(view, "ask_if", question.askIf());
    putUnlessNull(view, "ask_unless", question.askUnless());
    putUnlessEmpty(view, "set_if", question.setIf());
    view.put("lock", question.lock());
    view.put("strict", question.strict());
    return view;
  }

  private void putScale(Map<String, Object> view, ScalePoints scale) {
    if (scale != null) {
      view.put("scale", Json.object("low", words(scale.low()), "high", words(scale.high())));
    }
  }

  private Map<String, Object> option(Question question, String code) {
    return Json.object("code", code, "text", survey.label(question, code, language));
  }

  private Map<String, Object> row(Option row) {
    return Json.object("code", row.code(), "text", words(row.text()));
  }

  private Map<String, Object> wording(Wording wording) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("wording", wording.wording());
    putWords(view, "text", wording.text());
    view.put("options", words(wording.options()));
    return view;
  }

  private String words(Text text) {
    return text.in(language);
  }

  private Map<String, String> words(Map<String, Text> texts) {
    Map<String, String> words = new LinkedHashMap<>();
    texts.forEach((key, text) -> words.put(key, words(text)));
    return words;
  }

  private void putWords(Map<String, Object> view, String key, Text text) {
    if (text != null) {
      view.put(key, words(text));
    }
  }

  private static void putUnlessNull(Map<String, Object> view, String key, Object value) {
    if (value != null) {
      view.put(key, value);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> view, String key, List<?> list) {
    if (!list.isEmpty()) {
      view.put(key, list);
    }
  }
}
