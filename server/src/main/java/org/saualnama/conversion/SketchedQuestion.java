package org.saualnama.conversion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saualnama.survey.AnswerType;
import org.saualnama.texts.Texts;

/** Questions of a file as a definition has them; remembers what conditions can look at. */
final class SketchedQuestion {
  private final Translations translations;
  private final Texts texts;
  private final Report report;
  private final Map<String, Answerable> known;
  private final Codes codes;

  SketchedQuestion(
      Translations translations, Texts texts, Report report, Map<String, Answerable> known) {
    this.translations = translations;
    this.texts = texts;
    this.report = report;
    this.known = known;
    this.codes = new Codes("question", report);
  }

  ObjectNode of(SourceQuestion question, Optional<AskedWhen> when, int page) {
    String code = codes.of(question.name, question.where);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("question", code);
    node.put("type", question.type.name().toLowerCase(Locale.ROOT));
    node.set("text", words(question.text, "", code, question.where));
    ObjectNode hint = translations.text(question.hint, question.where);
    if (!hint.isEmpty()) {
      node.set("hint", hint);
    }
    if (question.required) {
      node.put("required", true);
    }
    Map<String, String> options = options(node, question);
    Map<String, String> rows = rows(node, question);
    limits(node, question, options);
    when.ifPresent(
        asked -> {
          condition(node, "ask_if", asked.askIf);
          condition(node, "ask_unless", asked.askUnless);
        });
    remember(question, code, options, rows, page);
    return node;
  }

  /** The file's words, else our own for {@code word}, else {@code code} in every language. */
  private ObjectNode words(Map<String, String> given, String word, String code, String where) {
    ObjectNode text = translations.text(given, where);
    if (!text.isEmpty()) {
      return text;
    }
    if (word.isEmpty() && !code.matches("-?\\d+")) {
      report.add(where, Loss.TEXT_MISSING, code);
    }
    for (String language : translations.languages()) {
      text.put(language, word.isEmpty() ? code : texts.text(language, "conversion.word." + word));
    }
    return text;
  }

  private Map<String, String> options(ObjectNode node, SourceQuestion question) {
    Map<String, String> byValue = new LinkedHashMap<>();
    Codes own = new Codes("option", report);
    for (SourceOption option : question.options) {
      String code = own.of(option.value(), question.where);
      byValue.putIfAbsent(option.value(), code);
      node.withArray("options").add(option(option, code, question.where));
      if (option.open()) {
        node.withArray("open").add(code);
      }
      if (option.alone() && question.type == AnswerType.MULTIPLE) {
        node.withArray("exclusive").add(code);
      }
    }
    question.residuals.forEach(residual -> node.withArray("residuals").add(residual));
    return byValue;
  }

  private Map<String, String> rows(ObjectNode node, SourceQuestion question) {
    Map<String, String> byValue = new LinkedHashMap<>();
    Codes own = new Codes("row", report);
    for (SourceOption row : question.rows) {
      String code = own.of(row.value(), question.where);
      byValue.putIfAbsent(row.value(), code);
      node.withArray("rows").add(option(row, code, question.where));
    }
    return byValue;
  }

  private ObjectNode option(SourceOption option, String code, String where) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("code", code);
    node.set(
        "text",
        words(
            option.text(),
            option.word(),
            option.value().isBlank() ? code : Plain.line(option.value()),
            where));
    return node;
  }

  private void limits(ObjectNode node, SourceQuestion question, Map<String, String> codes) {
    if (question.type == AnswerType.SCALE) {
      ObjectNode scale = node.putObject("scale").put("from", question.min).put("to", question.max);
      scale.set("low", end(question.low, question.min, question.where));
      scale.set("high", end(question.high, question.max, question.where));
      for (int i = question.min; i <= question.max; i++) {
        codes.put(Integer.toString(i), Integer.toString(i));
      }
    } else if (question.type == AnswerType.NUMBER) {
      Optional.ofNullable(question.min).ifPresent(min -> node.put("min", min));
      Optional.ofNullable(question.max).ifPresent(max -> node.put("max", max));
    }
  }

  private ObjectNode end(Map<String, String> words, int point, String where) {
    return words(words, "", Integer.toString(point), where);
  }

  private static void condition(ObjectNode node, String name, Map<String, Set<String>> anyOf) {
    for (Map.Entry<String, Set<String>> entry : anyOf.entrySet()) {
      ObjectNode condition =
          node.get(name) instanceof ObjectNode begun ? begun : node.putObject(name);
      ArrayNode codes = condition.putArray(entry.getKey());
      entry.getValue().forEach(codes::add);
    }
  }

  private void remember(
      SourceQuestion question,
      String code,
      Map<String, String> options,
      Map<String, String> rows,
      int page) {
    if (options.isEmpty()) {
      return;
    }
    boolean several = question.type == AnswerType.MULTIPLE;
    for (SourceQuestion.Name name : question.names) {
      if (question.type != AnswerType.GRID) {
        known.putIfAbsent(name.name(), new Answerable(code, options, "", several, page));
      }
      rows.forEach(
          (row, of) ->
              known.putIfAbsent(
                  name.name() + name.between() + row,
                  new Answerable(code + "." + of, options, "", false, page)));
      if (several) {
        options.forEach(
            (value, of) ->
                known.putIfAbsent(
                    name.name() + name.between() + value,
                    new Answerable(code, options, of, true, page)));
      }
    }
  }
}
