package org.saualnama.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saualnama.submission.AnswerProblem.Kind;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Wording;

/** One submission held against every rule of its version. */
final class SubmissionCheck {
  private final SurveyVersion version;
  private final SentSubmission sent;
  private final Collector collector;
  private final List<AnswerProblem> problems = new ArrayList<>();

  SubmissionCheck(SurveyVersion version, SentSubmission sent, Collector collector) {
    this.version = version;
    this.sent = sent;
    this.collector = collector;
  }

  Checked run() {
    if (!sent.consent()) {
      add("consent", Kind.NO_CONSENT, "send \"consent\": true once the respondent has agreed");
    }
    if (!version.survey().languages().contains(sent.language())) {
      add(
          "language",
          Kind.UNKNOWN_LANGUAGE,
          "use one of " + String.join(", ", version.survey().languages()));
    }
    AnswerReader reader = new AnswerReader(version);
    sent.answers().forEach(reader::read);
    problems.addAll(reader.problems());
    Routing routing = Routing.of(version, reader.choices());
    version.questions().values().forEach(question -> checkRoute(question, routing, reader));
    routing
        .screenedOut()
        .forEach(
            item -> add(item, Kind.SCREENED_OUT, "with this answer the survey ends: send nothing"));
    reader.texts().keySet().forEach(field -> checkText(field, routing));
    checkShown();
    return problems.isEmpty()
        ? Checked.fine(
            new Submission(
                version,
                sent.language(),
                collector,
                new Answers(routing.choices(), reader.texts()),
                sent.shown()))
        : Checked.refused(problems);
  }

  private void checkRoute(Question question, Routing routing, AnswerReader reader) {
    List<Item> items = version.itemsOf(question);
    int answered = reader.countRead(items);
    boolean asked = routing.asked().contains(question.code());
    if (answered > 0 && !asked) {
      add(question.code(), Kind.NOT_ASKED, "earlier answers skip this question: remove its answer");
    } else if (answered < items.size()
        && asked
        && question.required()
        && !reader.hasProblemWith(question)) {
      add(question.code(), Kind.REQUIRED, "this question needs an answer");
    }
  }

  private void checkText(String field, Routing routing) {
    int dot = field.indexOf('.');
    if (dot >= 0
        && !routing
            .choices()
            .getOrDefault(field.substring(0, dot), List.of())
            .contains(field.substring(dot + 1))) {
      add(field, Kind.NOT_CHOSEN, "its option is not chosen: choose it or remove the text");
    }
  }

  private void checkShown() {
    for (Map.Entry<String, String> first : sent.shown().first().entrySet()) {
      Question question = version.questions().get(first.getKey());
      if (question == null || !question.order().keepsFirstOf().contains(first.getValue())) {
        add("first." + first.getKey(), Kind.NOT_SHOWN, "no flipped or rotated set begins with it");
      }
    }
    for (Map.Entry<String, String> wording : sent.shown().wording().entrySet()) {
      Question question = version.questions().get(wording.getKey());
      if (question == null
          || question.wordings().stream()
              .map(Wording::wording)
              .noneMatch(wording.getValue()::equals)) {
        add("wording." + wording.getKey(), Kind.NOT_SHOWN, "there is no such wording");
      }
    }
  }

  private void add(String field, Kind kind, String detail) {
    problems.add(new AnswerProblem(field, kind, detail));
  }
}
