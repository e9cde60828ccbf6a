package org.saualnama.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.submission.AnswerProblem.Kind;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/** Reads single answers by their question's type, and gathers what is wrong with them. */
public final class AnswerReader {
  /** More than anybody mends at once: a short body must not earn a long answer. */
  static final int MOST_PROBLEMS = 100;

  private final SurveyVersion version;
  private final List<AnswerProblem> problems = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<String, List<String>> choices;
  private final Map<String, String> texts = new HashMap<>();

  public AnswerReader(SurveyVersion version) {
    this.version = version;
    this.choices = new HashMap<>(2 * version.items().size());
  }

  /** The first of each kind in each field. */
  public List<AnswerProblem> problems() {
    return problems;
  }

  /** Item to chosen codes, of what was read without a problem. */
  public Map<String, List<String>> choices() {
    return choices;
  }

  public Map<String, String> texts() {
    return texts;
  }

  int countRead(List<Item> items) {
    int read = 0;
    for (Item item : items) {
      read += choices.containsKey(item.code()) || texts.containsKey(item.code()) ? 1 : 0;
    }
    return read;
  }

  boolean hasProblemWith(Question question) {
    return problems.stream()
        .map(AnswerProblem::field)
        .anyMatch(
            field -> field.equals(question.code()) || field.startsWith(question.code() + "."));
  }

  /** Reads the answer to one field: a question, or the text of an open option. */
  public void read(String field, JsonNode answer) {
    Question question = version.questions().get(field);
    if (question == null) {
      readOpenText(field, answer);
      return;
    }
    Item item = version.itemsOf(question).get(0);
    switch (question.type()) {
      case SINGLE, SCALE -> readOne(item, answer);
      case MULTIPLE -> readSeveral(item, answer);
      case GRID -> readGrid(question, answer);
      case NUMBER -> readNumber(item, answer);
      case TEXT -> readText(field, question.longestText(), answer);
    }
  }

  private void readOne(Item item, JsonNode answer) {
    // A scale's points are numbers to a programmer and codes to us: take both.
    String code = answer.isIntegralNumber() ? answer.asText() : answer.textValue();
    if (code == null) {
      add(item.code(), Kind.WRONG_SHAPE, "give one code as a string");
    } else if (isKnown(item, code)) {
      choices.put(item.code(), List.of(code));
    }
  }

  private void readSeveral(Item item, JsonNode answer) {
    if (!answer.isArray()) {
      add(item.code(), Kind.WRONG_SHAPE, "give the codes as an array of strings");
      return;
    }
    if (answer.size() > item.codes().size()) {
      add(item.code(), Kind.REPEATED, "give each code once, " + item.codes().size() + " at most");
      return;
    }
    List<String> chosen = new ArrayList<>();
    for (JsonNode element : answer) {
      String code = element.textValue();
      if (code == null) {
        add(item.code(), Kind.WRONG_SHAPE, "give the codes as an array of strings");
      } else if (chosen.contains(code)) {
        add(item.code(), Kind.REPEATED, "'" + code + "' is there twice: give each code once");
      } else if (isKnown(item, code)) {
        chosen.add(code);
      }
    }
    for (String code : chosen.size() > 1 ? chosen : List.<String>of()) {
      if (item.question().isExclusive(code)) {
        add(item.code(), Kind.EXCLUSIVE, "'" + code + "' stands alone: remove it or all others");
      }
    }
    if (!chosen.isEmpty()) {
      choices.put(item.code(), List.copyOf(chosen));
    }
  }

  private void readGrid(Question question, JsonNode answer) {
    if (!answer.isObject()) {
      add(question.code(), Kind.WRONG_SHAPE, "give an object of row to code");
      return;
    }
    for (Map.Entry<String, JsonNode> row : answer.properties()) {
      Item item = version.items().get(question.code() + "." + row.getKey());
      if (item == null) {
        add(question.code(), Kind.UNKNOWN_ROW, "there is no row '" + row.getKey() + "'");
      } else {
        readOne(item, row.getValue());
      }
    }
  }

  private void readNumber(Item item, JsonNode answer) {
    Question question = item.question();
    if (answer.isTextual() && question.residuals().contains(answer.textValue())) {
      choices.put(item.code(), List.of(answer.textValue()));
    } else if (!answer.isIntegralNumber() || !answer.canConvertToInt()) {
      add(item.code(), Kind.WRONG_SHAPE, "give a whole number");
    } else if (!isWithin(question, answer.intValue())) {
      add(item.code(), Kind.OUT_OF_RANGE, "give a number " + range(question));
    } else {
      choices.put(item.code(), List.of(answer.asText()));
    }
  }

  private static boolean isWithin(Question question, int number) {
    return (question.min() == null || number >= question.min())
        && (question.max() == null || number <= question.max());
  }

  private static String range(Question question) {
    return question.max() == null
        ? "of at least " + question.min()
        : question.min() == null
            ? "of at most " + question.max()
            : "from " + question.min() + " to " + question.max();
  }

  private void readText(String field, int longest, JsonNode answer) {
    String text = answer.textValue();
    if (text == null) {
      add(field, Kind.WRONG_SHAPE, "give a string");
    } else if (text.codePointCount(0, text.length()) > longest) {
      add(field, Kind.TOO_LONG, "give at most " + longest + " characters");
    } else if (!text.isBlank()) {
      texts.put(field, text.strip());
    }
  }

  private void readOpenText(String field, JsonNode answer) {
    int dot = field.indexOf('.');
    Question question = dot < 0 ? null : version.questions().get(field.substring(0, dot));
    if (question == null || !question.open().contains(field.substring(dot + 1))) {
      add(field, Kind.UNKNOWN_QUESTION, "this version has no such question: remove it");
    } else {
      readText(field, question.longestText(), answer);
    }
  }

  private boolean isKnown(Item item, String code) {
    boolean known = item.places().containsKey(code);
    if (!known) {
      add(item.code(), Kind.UNKNOWN_CODE, "use one of " + String.join(", ", item.codes()));
    }
    return known;
  }

  private void add(String field, Kind kind, String detail) {
    if (problems.size() < MOST_PROBLEMS && reported.add(kind + " " + field)) {
      problems.add(new AnswerProblem(field, kind, detail));
    }
  }
}
