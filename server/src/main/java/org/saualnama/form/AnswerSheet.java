package org.saualnama.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.submission.AnswerProblem;
import org.saualnama.submission.AnswerReader;
import org.saualnama.submission.Routing;
import org.saualnama.submission.SentSubmission;
import org.saualnama.submission.Shown;
import org.saualnama.survey.Page;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/** The answers of a form so far, and what follows from them. */
final class AnswerSheet {
  private final SurveyVersion version;
  private final FormState state;
  private final Set<String> asked;

  AnswerSheet(SurveyVersion version, FormState state) {
    this.version = version;
    this.state = state;
    AnswerReader reader = new AnswerReader(version);
    state.answers().forEach(reader::read);
    this.asked = Routing.of(version, reader.choices()).asked();
  }

  /** The way through the pages that these answers lead. */
  Walk walk() {
    return new Walk(version.survey().pages(), asked);
  }

  /** The questions asked on one page; none where every one is skipped. */
  List<Question> askedOn(int page) {
    Page asWritten = version.survey().pages().get(page);
    return asWritten.questions().stream().filter(q -> asked.contains(q.code())).toList();
  }

  /** All that is sent: an answer to a question that is no longer asked is dropped in silence. */
  SentSubmission sent() {
    return sent(new Presentation(version, state.seed(), state.language()).shown(asked));
  }

  private SentSubmission sent(Shown shown) {
    Map<String, JsonNode> answers = new HashMap<>(state.answers());
    answers.keySet().removeIf(field -> !asked.contains(question(field)));
    return new SentSubmission(state.version(), state.language(), true, answers, shown);
  }

  /** What is wrong with the answers to {@code questions}, by the very rules of the API. */
  List<AnswerProblem> problemsWith(List<Question> questions) {
    Set<String> codes = new HashSet<>();
    questions.forEach(question -> codes.add(question.code()));
    // What was shown is our own doing, which no answer can make wrong.
    return sent(Shown.NOTHING).checkedAgainst(version).problems().stream()
        .filter(problem -> codes.contains(question(problem.field())))
        .toList();
  }

  /** The question that a field belongs to: itself, its grid, or that of its open option. */
  static String question(String field) {
    int dot = field.indexOf('.');
    return dot < 0 ? field : field.substring(0, dot);
  }
}
