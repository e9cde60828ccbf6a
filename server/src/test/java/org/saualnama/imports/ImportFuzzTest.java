package org.saualnama.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Whatever is sent as a file of interviews has rows that are taken, refused, or none at all. */
final class ImportFuzzTest {
  private static final SurveyVersion EVENT = ShippedSurveys.eventFeedback();
  private static final Secret SECRET = secret();
  private static final BallotSeal SEAL = new BallotSeal(SECRET);
  private static final Hmac HASHES = new Hmac(SECRET.key("import"));

  private static Secret secret() {
    try {
      Path folder = Files.createTempDirectory("secret");
      folder.toFile().deleteOnExit();
      return Secret.from(folder.resolve("secret"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @FuzzTest(maxDuration = "60s")
  void csvIsTakenOrRefused(byte[] file) {
    read(file, "text/csv");
  }

  @FuzzTest(maxDuration = "60s")
  void ndjsonIsTakenOrRefused(byte[] file) {
    read(file, "application/x-ndjson");
  }

  private static void read(byte[] file, String type) {
    Map<String, List<String>> parameters =
        Map.of("collector", List.of("interviewer"), "refused", List.of("report"));
    ImportReading reading =
        new ImportReading(ImportQuery.order(EVENT, parameters, type), SEAL, HASHES);
    int half = file.length / 2;
    try {
      int kept = reading.read(Arrays.copyOf(file, half)).size();
      kept += reading.read(Arrays.copyOfRange(file, half, file.length)).size();
      kept += reading.end().size();
      assertEquals(reading.report().taken(), kept);
    } catch (Refusal expected) {
      return;
    }
  }
}
