package org.saualnama;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** Answers of everything that has to do with trying a form, as the contract promises them. */
final class TrialSamples {
  private static final String SURVEY = "/api/v1/surveys/event-feedback";
  private static final String TRIALS = "/api/v1/surveys/{survey}/trials";
  private static final String BOX = "/api/v1/surveys/{survey}/test-submissions";

  private final Node node;
  private final Samples samples;
  private final Person author;
  private final Person reader;

  TrialSamples(Node node, Samples samples) {
    this.node = node;
    this.samples = samples;
    this.author = Person.of(node, "trial-author", Grant.global(Role.AUTHOR));
    this.reader = Person.of(node, "trial-reader", Grant.global(Role.ANALYST));
  }

  void take() {
    links();
    box();
  }

  private void links() {
    order(author, 201, SURVEY, Map.of("kind", "preview"));
    order(author, 201, SURVEY, Map.of("kind", "test", "language", "kk", "version", 1));
    order(author, 400, SURVEY, Map.of("kind", "real"));
    order(author, 400, SURVEY, Map.of("kind", "test", "version", 1, "revision", 1));
    order(author, 404, SURVEY, Map.of("kind", "test", "version", 99));
    order(author, 404, "/api/v1/surveys/none", Map.of("kind", "test"));
    order(reader, 403, SURVEY, Map.of("kind", "test"));
    samples.add(
        "POST " + TRIALS,
        401,
        "nobody",
        samples.request(SURVEY + "/trials").POST(BodyPublishers.ofString("{}")));
  }

  private void box() {
    node.query(
        """
        INSERT INTO test_submission VALUES ('event-feedback', false, 1,
          '{"language":"en","answers":{"usefulness":"4"},"first":{},"wording":{}}')
        """);
    String path = SURVEY + "/test-submissions";
    samples.add("GET " + BOX, 200, "JSON", author.api(path));
    samples.add("GET " + BOX, 200, "CSV", author.api(path).header("Accept", "text/csv"));
    samples.add("GET " + BOX, 403, "reader", reader.api(path));
    samples.get("GET " + BOX, 401, path);
    samples.add("DELETE " + BOX, 403, "reader", reader.api(path).DELETE());
    samples.add("DELETE " + BOX, 401, "nobody", samples.request(path).DELETE());
    samples.add("DELETE " + BOX, 204, "author", author.api(path).DELETE());
  }

  private HttpResponse<String> order(Person who, int status, String survey, Map<String, ?> body) {
    HttpRequest.Builder request =
        who.api(survey + "/trials")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(body)));
    return samples.add("POST " + TRIALS, status, survey + " " + body, request);
  }
}
