package org.saualnama.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Submission;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;

/**
 * What was sent to a form in test mode, as the API shows it.
 *
 * @param content language, answers, and what was shown
 */
record TestSubmission(boolean draft, int number, JsonNode content) {

  /** As JSON: answers by item, in the order of the form; several choices as an array. */
  static Map<String, Object> content(Submission submission) {
    Answers given = submission.answers();
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Item item : submission.version().items().values()) {
      List<String> chosen = given.choices().get(item.code());
      if (chosen != null) {
        boolean several = item.question().type() == AnswerType.MULTIPLE;
        answers.put(item.code(), several ? chosen : chosen.get(0));
      }
    }
    given.texts().forEach(answers::put);
    return Json.object(
        "language",
        submission.language(),
        "answers",
        answers,
        "first",
        submission.shown().first(),
        "wording",
        submission.shown().wording());
  }

  /** As a member of the list. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put(draft ? "revision" : "version", number);
    content.properties().forEach(member -> view.put(member.getKey(), member.getValue()));
    return view;
  }
}
