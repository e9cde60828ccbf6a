package org.saualnama.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.saualnama.json.Json;

/** Visits of one request each: submissions by the API, and breakdowns. */
final class Asking {
  private static final String API = "/api/v1/surveys/" + Respondents.SURVEY;

  private final List<Buffer> submissions = new ArrayList<>();
  private final SplittableRandom random;
  private final int keyAt;
  private int sent;

  Asking(Respondents respondents) {
    String start = "POST " + API + "/submissions HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: ";
    this.random = respondents.random();
    this.keyAt = start.length();
    for (var submission : respondents.submissions()) {
      byte[] body = Json.write(submission);
      String head =
          start
              + new UUID(0, 0)
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      submissions.add(Buffer.buffer(head + new String(body, UTF_8)));
    }
  }

  /** The next submission, of a respondent who was not there before. */
  Visit submission() {
    Buffer next = submissions.get(sent++ % submissions.size()).copy();
    UUID key = new UUID(random.nextLong(), random.nextLong());
    return Visit.of(next.setBytes(keyAt, key.toString().getBytes(ISO_8859_1)));
  }

  /** The core question by one segment. */
  static Visit breakdown(String by) {
    return get(API + "/breakdown?question=meaning&by=" + by, "");
  }

  private static Visit get(String address, String more) {
    return Visit.of(
        Buffer.buffer("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n"));
  }
}
