package org.saualnama.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Question;

/** Makes what a page shows of its questions out of the definition and what was typed. */
record QuestionViews(Presentation presentation, Fields typed, Map<String, Complaint> complaints) {

  /** One question; {@code main} if its text is the page's heading. */
  QuestionView of(Question question, boolean main) {
    String code = question.code();
    boolean grid = question.type() == AnswerType.GRID;
    return new QuestionView(
        "q-" + code,
        code,
        question.type().name().toLowerCase(Locale.ROOT),
        presentation.text(question),
        presentation.words(question.hint()),
        question.required(),
        question.strict(),
        main,
        grid ? List.of() : choices(question, code),
        rows(question),
        question.scale() == null ? null : presentation.words(question.scale().low()),
        question.scale() == null ? null : presentation.words(question.scale().high()),
        value(question),
        question.longestText(),
        error(code));
  }

  private List<QuestionView.Row> rows(Question question) {
    return presentation.rows(question).stream()
        .map(
            row -> {
              String item = question.code() + "." + row.code();
              return new QuestionView.Row(
                  "q-" + item,
                  presentation.words(row.text()),
                  choices(question, item),
                  error(item));
            })
        .toList();
  }

  private List<QuestionView.Choice> choices(Question question, String item) {
    List<QuestionView.Choice> choices = new ArrayList<>();
    boolean several = question.type() == AnswerType.MULTIPLE;
    // A number's own field has the plain id, as it comes first.
    int place = question.type() == AnswerType.NUMBER ? 1 : 0;
    boolean wasExclusive = true;
    for (String code : presentation.codes(question)) {
      boolean exclusive = question.isExclusive(code);
      choices.add(
          new QuestionView.Choice(
              place == 0 ? "q-" + item : "q-" + item + ":" + place,
              item,
              code,
              presentation.label(question, code),
              typed.all(item).contains(code),
              several && exclusive && !wasExclusive,
              question.residuals().contains(code),
              question.open().contains(code) ? open(question, code) : null));
      wasExclusive = exclusive;
      place++;
    }
    return choices;
  }

  private QuestionView.Open open(Question question, String option) {
    String field = question.code() + "." + option;
    return new QuestionView.Open(
        "q-" + field, field, typed.one(field), question.longestText(), error(field));
  }

  private String value(Question question) {
    return typed.all(question.code()).stream()
        .filter(value -> !question.residuals().contains(value))
        .findFirst()
        .orElse("");
  }

  private String error(String field) {
    return complaints.containsKey(field) ? complaints.get(field).message() : null;
  }
}
