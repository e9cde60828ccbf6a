package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Whatever is posted as a submission is refused, or comes out of the box as it went in. */
final class SubmissionFuzzTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  @FuzzTest(maxDuration = "60s")
  void aBodyIsRefusedOrKept(byte[] body) {
    SentSubmission sent;
    try {
      sent = SubmissionParser.parse(body);
    } catch (Refusal expected) {
      return;
    }
    Checked checked = sent.checkedAgainst(MAY9);
    checked.problems().forEach(AnswerProblem::forApi);
    checked
        .submission()
        .ifPresent(
            submission ->
                assertEquals(
                    submission.answers(),
                    BallotFormat.unpack(BallotFormat.pack(submission), number -> MAY9)
                        .orElseThrow()
                        .answers()));
  }

  @FuzzTest(maxDuration = "60s")
  void whatComesOutOfTheBoxIsUnderstoodOrNot(byte[] packed) {
    BallotFormat.unpack(packed, number -> MAY9);
  }
}
