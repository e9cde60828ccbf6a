package org.saualnama.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.json.Json;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;

/**
 * Requests made in advance, for the generator shares its processors with what it measures: only the
 * key is put in when one is sent.
 */
final class Requests {
  private static final String SURVEY = "/api/v1/surveys/may9-kz";

  // Whether a key can be guessed does not matter here, only that none comes twice.
  private final SplittableRandom random = new SplittableRandom();
  private final List<Buffer> submissions;
  private final int keyAt;
  private int sent;

  private Requests(List<Buffer> submissions, int keyAt) {
    this.submissions = submissions;
    this.keyAt = keyAt;
  }

  /** Complete submissions of so many invented respondents. */
  static Requests prepare(Path surveyDefs, int respondents) {
    SurveyVersion version =
        new SurveyVersion(
            new DefinitionReader().read(surveyDefs.resolve("may9-kz.yaml")).survey().orElseThrow(),
            1);
    String start =
        "POST " + SURVEY + "/submissions HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: ";
    List<Buffer> submissions = new ArrayList<>();
    for (int i = 1; i <= respondents; i++) {
      byte[] body = Json.write(new SyntheticRespondent(version, i).submission());
      String head =
          start
              + new UUID(0, 0)
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      submissions.add(Buffer.buffer(head + new String(body, UTF_8)));
    }
    return new Requests(submissions, start.length());
  }

  /** The next submission, of a respondent who was not there before. */
  Buffer submission() {
    Buffer next = submissions.get(sent++ % submissions.size()).copy();
    UUID key = new UUID(random.nextLong(), random.nextLong());
    return next.setBytes(keyAt, key.toString().getBytes(ISO_8859_1));
  }

  static Buffer breakdown(String by) {
    return Buffer.buffer(
        "GET "
            + SURVEY
            + "/breakdown?question=meaning&by="
            + by
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
}
