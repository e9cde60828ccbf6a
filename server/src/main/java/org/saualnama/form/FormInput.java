package org.saualnama.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Option;
import org.saualnama.survey.Question;

/** Turns the fields of a page into answers as the API knows them, and answers into fields. */
final class FormInput {
  private final Fields fields;
  private final Map<String, JsonNode> answers = new HashMap<>();

  private FormInput(Fields fields) {
    this.fields = fields;
  }

  /** What was answered to {@code questions}; fields of no question count for nothing. */
  static Map<String, JsonNode> answers(List<Question> questions, Fields fields) {
    FormInput input = new FormInput(fields);
    questions.forEach(input::read);
    return input.answers;
  }

  private void read(Question question) {
    String code = question.code();
    switch (question.type()) {
      case SINGLE, SCALE -> putText(code, fields.one(code));
      case MULTIPLE -> putSeveral(code, fields.all(code));
      case GRID -> putGrid(question);
      case NUMBER -> putNumber(code, fields.all(code).stream().filter(v -> !v.isBlank()).toList());
      case TEXT -> putText(code, clean(fields.one(code)));
    }
    question.open().forEach(option -> readOpen(question, option));
  }

  private void putText(String field, String value) {
    if (!value.isBlank()) {
      answers.put(field, TextNode.valueOf(value));
    }
  }

  private void putSeveral(String code, List<String> chosen) {
    if (!chosen.isEmpty()) {
      ArrayNode codes = JsonNodeFactory.instance.arrayNode();
      chosen.stream().distinct().forEach(codes::add);
      answers.put(code, codes);
    }
  }

  private void putGrid(Question question) {
    ObjectNode rows = JsonNodeFactory.instance.objectNode();
    for (Option row : question.rows()) {
      String chosen = fields.one(question.code() + "." + row.code());
      if (!chosen.isBlank()) {
        rows.put(row.code(), chosen);
      }
    }
    if (!rows.isEmpty()) {
      answers.put(question.code(), rows);
    }
  }

  private void putNumber(String code, List<String> given) {
    if (given.size() > 1) {
      // A number and a residual at once: as an array it is neither, and will be asked about.
      putSeveral(code, given);
    } else if (!given.isEmpty()) {
      String number = given.get(0).strip();
      answers.put(
          code,
          number.matches("[-−]?[0-9]{1,9}")
              ? IntNode.valueOf(Integer.parseInt(number.replace('−', '-')))
              : TextNode.valueOf(number));
    }
  }

  /** Writing beside an option is choosing it, unless something else is chosen that excludes it. */
  private void readOpen(Question question, String option) {
    String text = clean(fields.one(question.code() + "." + option));
    if (text.isEmpty()) {
      return;
    }
    answers.put(question.code() + "." + option, TextNode.valueOf(text));
    List<String> chosen = fields.all(question.code());
    if (question.type() == AnswerType.MULTIPLE
        && !chosen.contains(option)
        && chosen.stream().noneMatch(question::isExclusive)) {
      ArrayNode codes = JsonNodeFactory.instance.arrayNode();
      chosen.stream().distinct().forEach(codes::add);
      answers.put(question.code(), codes.add(option));
    } else if (question.type() == AnswerType.SINGLE && chosen.isEmpty()) {
      answers.put(question.code(), TextNode.valueOf(option));
    }
  }

  /** Text that can be stored and printed: one kind of line end, no control characters. */
  static String clean(String typed) {
    StringBuilder text = new StringBuilder();
    typed
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(text::appendCodePoint);
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** The fields that give these answers: what stands in a page that is shown again. */
  static Fields fields(Map<String, JsonNode> answers) {
    Map<String, List<String>> values = new HashMap<>();
    answers.forEach(
        (field, answer) -> {
          if (answer.isObject()) {
            answer
                .properties()
                .forEach(
                    row ->
                        values.put(field + "." + row.getKey(), List.of(row.getValue().asText())));
          } else if (answer.isArray()) {
            values.put(field, answer.valueStream().map(JsonNode::asText).toList());
          } else {
            values.put(field, List.of(answer.asText()));
          }
        });
    return new Fields(values);
  }
}
