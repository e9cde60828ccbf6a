package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saualnama.texts.Words;

/** Says a condition as a sentence, so that nobody has to read codes to know who is asked. */
final class ConditionWords {
  private final JsonNode tree;
  private final Words words;

  ConditionWords(JsonNode tree, Words words) {
    this.tree = tree;
    this.words = words;
  }

  /** All that decides whether a question is asked, one sentence each. */
  List<String> of(JsonNode question) {
    List<String> sentences = new ArrayList<>();
    for (String part : List.of("ask_if", "ask_unless")) {
      if (question.path(part).isObject()) {
        sentences.add(words.say("condition." + part, all(question.get(part))));
      }
    }
    for (JsonNode rule : question.path("set_if")) {
      String answer = answer(question, rule.path("code").asText());
      sentences.add(words.say("condition.set_if", answer, all(rule.path("if"))));
    }
    return sentences;
  }

  private String all(JsonNode condition) {
    List<String> each = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : condition.properties()) {
      each.add(one(entry.getKey(), Parts.strings(entry.getValue())));
    }
    return String.join(words.say("condition.and"), each);
  }

  private String one(String item, List<String> codes) {
    JsonNode question = question(tree, item);
    String answers =
        codes.stream()
            .map(code -> answer(question, code))
            .collect(Collectors.joining(words.say("condition.or")));
    return words.say("condition.is", label(tree, item, words.language()), answers);
  }

  private String answer(JsonNode question, String code) {
    return words.say("condition.answer", Choices.words(tree, question, code, words.language()));
  }

  private static JsonNode question(JsonNode tree, String item) {
    return Parts.find(tree, questionOf(item))
        .<JsonNode>map(Parts.Spot::node)
        .orElse(tree.path("no such question"));
  }

  /** A few words for a question or a row of it. */
  static String label(JsonNode tree, String item, String language) {
    JsonNode question = question(tree, item);
    JsonNode text = question.has("short") ? question.get("short") : question.path("text");
    String label = Choices.in(text, language, questionOf(item));
    int dot = item.indexOf('.');
    if (dot < 0) {
      return label;
    }
    String row = item.substring(dot + 1);
    int index = Parts.codes(question.path("rows"), "code").indexOf(row);
    JsonNode words = question.path("rows").path(Math.max(0, index)).path("text");
    return label + ": " + (index < 0 ? row : Choices.in(words, language, row));
  }

  private static String questionOf(String item) {
    int dot = item.indexOf('.');
    return dot < 0 ? item : item.substring(0, dot);
  }
}
