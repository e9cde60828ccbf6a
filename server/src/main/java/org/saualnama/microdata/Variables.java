package org.saualnama.microdata;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.breakdown.Labels;
import org.saualnama.microdata.Variable.Kind;
import org.saualnama.submission.Collector;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.Survey;
import org.saualnama.texts.Words;

/** Makes the columns of a survey's microdata: three of our own, then its items, free text none. */
final class Variables {
  /** A number without a limit has at most nine digits here, and residuals lie beyond. */
  private static final int FAR = 999_999_999;

  private final Survey survey;
  private final Words words;
  private final Names names = new Names();
  private final List<Variable> all = new ArrayList<>();

  private Variables(Survey survey, Words words) {
    this.survey = survey;
    this.words = words;
  }

  /** In the language of {@code words}; the weight only where {@code weighted}. */
  static List<Variable> of(
      Survey survey, List<Collector> collectors, int release, boolean weighted, Words words) {
    Variables variables = new Variables(survey, words);
    variables.addOwn(collectors, release, weighted);
    survey.items().forEach(variables::add);
    return List.copyOf(variables.all);
  }

  private void addOwn(List<Collector> collectors, int release, boolean weighted) {
    List<Value> values = new ArrayList<>();
    for (Collector one : collectors) {
      values.add(new Value(one.code(), values.size() + 1, Labels.collector(one, words), false));
    }
    own("collector", Kind.CODED, Measure.NOMINAL, values.size(), values);
    own("release", Kind.NUMBER, Measure.ORDINAL, release, List.of());
    if (weighted) {
      own("weight", Kind.WEIGHT, Measure.SCALE, FAR, List.of());
    }
  }

  private void own(String name, Kind kind, Measure measure, int greatest, List<Value> values) {
    String label = words.say("microdata.variable." + name);
    all.add(
        new Variable(
            names.of(name), kind, measure, name, "", "", label, label, false, 1, greatest, values));
  }

  private void add(Item item) {
    Question question = item.question();
    if (question.type() == AnswerType.MULTIPLE) {
      item.codes().forEach(code -> addFlag(item, code));
    } else if (item.isNumber()) {
      add(item, Kind.NUMBER, Measure.SCALE);
    } else if (item.isChoice()) {
      add(item, Kind.CODED, question.scale() == null ? Measure.NOMINAL : Measure.ORDINAL);
    }
  }

  private void add(Item item, Kind kind, Measure measure) {
    Question question = item.question();
    all.add(
        new Variable(
            names.of(item.code()),
            kind,
            measure,
            item.code(),
            "",
            "",
            label(item, question.label().in(words.language())),
            label(item, question.text().in(words.language())),
            question.strict(),
            question.min() == null ? -FAR : question.min(),
            question.max() == null ? FAR : question.max(),
            values(item)));
  }

  private void addFlag(Item item, String code) {
    Question question = item.question();
    String answer = survey.label(question, code, words.language());
    List<Value> values =
        List.of(
            new Value("0", 0, words.say("microdata.not_chosen"), false),
            new Value("1", 1, words.say("microdata.chosen"), false));
    all.add(
        new Variable(
            names.of(item.code() + "_" + code),
            Kind.FLAG,
            Measure.NOMINAL,
            item.code(),
            code,
            answer,
            question.label().in(words.language()) + ": " + answer,
            question.text().in(words.language()) + ": " + answer,
            question.strict(),
            0,
            1,
            values));
  }

  private String label(Item item, String asked) {
    String row = Labels.rowOf(item, words.language());
    String label = row.isEmpty() ? asked : asked + ": " + row;
    return item.question().strict() ? words.say("microdata.randomised") + " " + label : label;
  }

  private List<Value> values(Item item) {
    Question question = item.question();
    List<Value> values = new ArrayList<>();
    List<String> residuals = question.residuals();
    for (String code : item.codes()) {
      int residual = residuals.indexOf(code);
      int number =
          residual >= 0
              ? floor(question) - 1 - rank(code)
              : question.scale() == null ? values.size() + 1 : Integer.parseInt(code);
      values.add(new Value(code, number, label(question, code), residual >= 0));
    }
    return values;
  }

  /** The same residual has the same number wherever nothing else is below 0. */
  private int rank(String residual) {
    return List.copyOf(survey.residualOptions().keySet()).indexOf(residual);
  }

  private static int floor(Question question) {
    if (question.type() == AnswerType.NUMBER) {
      return question.min() == null ? -FAR : Math.min(0, question.min());
    }
    return question.scale() == null ? 0 : Math.min(0, question.scale().from());
  }

  /** A point of a scale has words only at the ends. */
  private String label(Question question, String code) {
    String label = survey.label(question, code, words.language());
    if (question.scale() == null || question.residuals().contains(code)) {
      return label;
    }
    int point = Integer.parseInt(code);
    var end =
        point == question.scale().from()
            ? question.scale().low()
            : point == question.scale().to() ? question.scale().high() : null;
    return end == null ? label : label + " – " + end.in(words.language());
  }
}
