package org.saualnama.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.saualnama.survey.SurveyVersion;

/**
 * What a client sent, parsed and not yet believed.
 *
 * @param answers by question, or by {@code question.option} for the text of an open option
 */
public record SentSubmission(
    int version, String language, boolean consent, Map<String, JsonNode> answers, Shown shown) {

  /** Every rule of the definition at once; pure. By the link that is open to anybody. */
  public Checked checkedAgainst(SurveyVersion survey) {
    return checkedAgainst(survey, Collector.OPEN);
  }

  /** The same for what came in another way. */
  public Checked checkedAgainst(SurveyVersion survey, Collector collector) {
    return new SubmissionCheck(survey, this, collector).run();
  }
}
