package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;

/** The first promise: an acknowledged answer is counted once. */
final class OnceOnlyTest {
  private static final Map<String, Object> BODY =
      Node.submission(Map.of("age", "25-34", "region", "KZ-63", "meaning", "both"));
  private static final Map<String, Object> OTHER_BODY =
      Node.submission(Map.of("age", "35-44", "region", "KZ-63", "meaning", "neither"));

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void theSameKeyAgainGetsTheSameReceiptAndTheFirstBodyStands() {
    UUID id = UUID.randomUUID();
    HttpResponse<String> first = node.submit("may9-kz", id, BODY);
    int waiting = waiting();
    HttpResponse<String> second = node.submit("may9-kz", id, OTHER_BODY);
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(200, second.statusCode());
    assertEquals(first.body(), second.body());
    assertEquals(waiting, waiting());
  }

  @Test
  void aKnownKeyGetsItsReceiptEvenWithAnInvalidOrBrokenBody() {
    UUID id = UUID.randomUUID();
    String receipt = node.submit("may9-kz", id, BODY).body();
    assertEquals(receipt, node.submit("may9-kz", id, Node.submission(Map.of())).body());
    HttpResponse<String> broken =
        node.send(
            HttpRequest.newBuilder(node.uri("/api/v1/surveys/may9-kz/submissions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofString("{")));
    assertEquals(200, broken.statusCode());
    assertEquals(receipt, broken.body());
  }

  @Test
  void aRefusedKeyMayBeUsedAgainWithAMendedBody() {
    UUID id = UUID.randomUUID();
    assertEquals(422, node.submit("may9-kz", id, Node.submission(Map.of("age", "x"))).statusCode());
    assertEquals(201, node.submit("may9-kz", id, BODY).statusCode());
  }

  @Test
  void manyAtOnceWithOneKeyAreCountedOnce() throws Exception {
    UUID id = UUID.randomUUID();
    int before = waiting();
    ExecutorService senders = Executors.newFixedThreadPool(32);
    List<Future<HttpResponse<String>>> answers =
        senders.invokeAll(Collections.nCopies(64, () -> node.submit("may9-kz", id, BODY)));
    senders.shutdown();
    int created = 0;
    for (Future<HttpResponse<String>> answer : answers) {
      assertTrue(answer.get().statusCode() == 201 || answer.get().statusCode() == 200);
      assertEquals(answers.get(0).get().body(), answer.get().body());
      created += answer.get().statusCode() == 201 ? 1 : 0;
    }
    assertEquals(1, created);
    assertEquals(before + 1, waiting());
  }

  @Test
  void theSameKeyInAnotherSurveyIsAnother() {
    UUID id = UUID.randomUUID();
    String receipt = node.submit("may9-kz", id, BODY).body();
    HttpResponse<String> other =
        node.submit("event-feedback", id, Node.submission(Map.of("usefulness", "4")));
    assertEquals(201, other.statusCode(), other.body());
    assertTrue(!receipt.equals(other.body()));
  }

  private static int waiting() {
    return Integer.parseInt(node.value("SELECT count(*) FROM submission WHERE survey = 'may9-kz'"));
  }
}
