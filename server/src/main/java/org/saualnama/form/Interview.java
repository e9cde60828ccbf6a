package org.saualnama.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.saualnama.submission.AnswerProblem;
import org.saualnama.submission.AnswerProblem.Kind;
import org.saualnama.survey.Page;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/** The form's one rule: from a state and what was posted with it to what comes next. */
final class Interview {
  private final SurveyVersion version;
  private final List<Page> pages;

  Interview(SurveyVersion version) {
    this.version = version;
    this.pages = version.survey().pages();
  }

  Step step(FormState state, Fields fields) {
    String language = fields.one(Fields.LANGUAGE);
    if (version.survey().languages().contains(language)) {
      return again(state.in(language), fields);
    }
    if (state.page() == FormState.CONSENT) {
      return consented(state, fields);
    }
    return state.page() < pages.size() ? answered(state, fields) : decided(state, fields);
  }

  /** The same page in another language: what was typed stays, and nothing is judged yet. */
  private Step again(FormState state, Fields fields) {
    if (state.page() == FormState.CONSENT) {
      return new Step.Consent(state, false);
    }
    return state.page() < pages.size()
        ? new Step.Ask(state, fields, List.of())
        : new Step.Ready(state);
  }

  private Step consented(FormState state, Fields fields) {
    return switch (fields.one(Fields.CONSENT)) {
      case "agree" -> arrive(state, walk(state).next(FormState.CONSENT));
      case "decline" -> new Step.End(state, Step.Why.DECLINED);
      default -> new Step.Consent(state, true);
    };
  }

  private Step decided(FormState state, Fields fields) {
    return fields.goes("back") ? back(state) : new Step.Send(state);
  }

  private Step answered(FormState state, Fields fields) {
    List<Question> shown = new AnswerSheet(version, state).askedOn(state.page());
    FormState filled = state.with(filled(state, shown, fields));
    AnswerSheet sheet = new AnswerSheet(version, filled);
    List<AnswerProblem> problems = sheet.problemsWith(shown);
    if (fields.goes("back")) {
      return back(without(filled, problems));
    }
    if (problems.stream().anyMatch(problem -> problem.kind() == Kind.SCREENED_OUT)) {
      return new Step.End(state, Step.Why.SCREENED);
    }
    if (!problems.isEmpty()) {
      return new Step.Ask(state, fields, problems);
    }
    // An answer may bring up another question of the same page, which nobody has seen yet.
    boolean seen = shown.containsAll(sheet.askedOn(state.page()));
    return arrive(filled, seen ? sheet.walk().next(state.page()) : state.page());
  }

  private static Map<String, JsonNode> filled(
      FormState state, List<Question> shown, Fields fields) {
    Set<String> codes = new HashSet<>();
    shown.forEach(question -> codes.add(question.code()));
    Map<String, JsonNode> answers = new HashMap<>(state.answers());
    answers.keySet().removeIf(field -> codes.contains(AnswerSheet.question(field)));
    answers.putAll(FormInput.answers(shown, fields));
    return answers;
  }

  /** Going back judges nothing, but only what is in order can be taken along. */
  private static FormState without(FormState state, List<AnswerProblem> problems) {
    Map<String, JsonNode> answers = new HashMap<>(state.answers());
    problems.stream()
        .filter(problem -> problem.kind() != Kind.SCREENED_OUT)
        .forEach(
            problem ->
                answers.remove(
                    answers.containsKey(problem.field())
                        ? problem.field()
                        : AnswerSheet.question(problem.field())));
    return state.with(answers);
  }

  private Step back(FormState state) {
    OptionalInt previous = walk(state).previous(state.page());
    return arrive(state, previous.orElse(state.page()));
  }

  private Step arrive(FormState state, int page) {
    FormState there = state.at(page);
    if (page == FormState.CONSENT) {
      return new Step.Consent(there, false);
    }
    return page < pages.size()
        ? new Step.Ask(there, FormInput.fields(state.answers()), List.of())
        : new Step.Ready(there);
  }

  /** Back to the first page that the rules still find fault with, as all of it was refused. */
  Step mend(FormState state) {
    AnswerSheet sheet = new AnswerSheet(version, state);
    for (int page = 0; page < pages.size(); page++) {
      List<AnswerProblem> problems = sheet.problemsWith(sheet.askedOn(page));
      if (!problems.isEmpty()) {
        return new Step.Ask(state.at(page), FormInput.fields(state.answers()), problems);
      }
    }
    throw new IllegalStateException("refused, and no page is to blame");
  }

  Walk walk(FormState state) {
    return new AnswerSheet(version, state).walk();
  }
}
