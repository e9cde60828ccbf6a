package org.saualnama.breakdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.saualnama.Parameters;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Whatever is asked for is a breakdown or is refused. */
final class BreakdownFuzzTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  @FuzzTest(maxDuration = "60s")
  void aQueryIsReadOrRefused(byte[] bytes) {
    String query = new String(bytes, UTF_8);
    try {
      BreakdownQuery.release(Parameters.of(query));
      BreakdownQuery.parse(MAY9, Parameters.of(query), List.of("open", "interviewer:2027"));
    } catch (Refusal expected) {
      return;
    }
  }
}
