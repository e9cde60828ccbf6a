package org.saualnama.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.saualnama.Parameters;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Whatever a steward asks for is an analysis or is refused. */
final class AnalysisFuzzTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  @FuzzTest(maxDuration = "60s")
  void aQueryIsReadOrRefused(byte[] bytes) {
    String query = new String(bytes, UTF_8);
    try {
      AnalysisReading.of(MAY9, Parameters.of(query));
    } catch (Refusal expected) {
      return;
    }
  }
}
