package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/** Between server and database the line breaks, or worse, it doesn't break. */
final class ConnectionTest {
  private static final String SURVEY = "event-feedback";
  private static final Object GOOD = Node.submission(Map.of("usefulness", "4"));
  private static final Object BAD = Node.submission(Map.of("nonsense", "4"));

  /** More than there can be connections. */
  private static final int MANY = 40;

  @TempDir private Path folder;
  private final DatabaseUrl database = TestDatabase.create();
  private final Proxy line = new Proxy(database);
  private Node node;

  @BeforeEach
  void start() {
    node = Node.start(line.url(), folder, TestDefs.shipped(), false);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
    line.close();
  }

  @Test
  void aCutLineIsBusyAndFoundAgain() {
    UUID id = UUID.randomUUID();
    line.cut();
    assertBusy(node.submit(SURVEY, id, GOOD));
    assertBusy(node.submit(SURVEY, id, BAD));
    assertEquals(200, node.get("/results/" + SURVEY).statusCode(), "figures are in memory");
    line.heal();
    assertEquals(200, untilAcknowledged(id).statusCode());
    assertEquals(1, counted());
  }

  @Test
  void whateverNeedsTheDatabaseIsBusyWithoutIt() {
    line.cut();
    assertBusy(node.get("/api/v1/surveys/" + SURVEY + "/releases"));
    assertBusy(
        node.send(
            HttpRequest.newBuilder(node.uri("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"a\",\"password\":\"b\"}"))));
    assertBusy(node.get("/api/v1/surveys/" + SURVEY + "/releases/1/bundle"));
    assertBusy(node.get("/studio", "Cookie", "__Host-session=" + "a".repeat(43)));
    line.heal();
  }

  @Test
  void anAcknowledgementThatIsLostOnTheWayIsGivenToTheSameKeyAgain() {
    // One before it: a connection says what it will ask, and hears an answer, before it asks.
    assertEquals(201, node.submit(SURVEY, UUID.randomUUID(), GOOD).statusCode());
    UUID id = UUID.randomUUID();
    line.mute();
    assertBusy(node.submit(SURVEY, id, GOOD));
    assertEquals(2, counted(), "it is counted, and only its sender does not know");
    line.heal();
    assertEquals(200, untilAcknowledged(id).statusCode());
    assertEquals(2, counted());
  }

  @Test
  void aLineThatSwallowsEverythingIsGivenUp() {
    UUID id = UUID.randomUUID();
    line.blackHole();
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> node.submit(SURVEY, UUID.randomUUID(), i % 2 == 0 ? GOOD : BAD),
                        task -> new Thread(task).start()))
            .toList();
    answers.forEach(answer -> assertBusy(answer.join()));
    line.heal();
    assertEquals(200, untilAcknowledged(id).statusCode());
    assertEquals(1, counted());
  }

  /** Sends it again until it is acknowledged, as everybody is told to. */
  private HttpResponse<String> untilAcknowledged(UUID id) {
    Eventually.until(
        "the database is found again", () -> node.submit(SURVEY, id, GOOD).statusCode() != 503);
    return node.submit(SURVEY, id, GOOD);
  }

  private int counted() {
    int receipts = Node.query(database, "SELECT FROM receipt").size();
    assertEquals(receipts, Node.query(database, "SELECT FROM submission").size());
    return receipts;
  }

  private static void assertBusy(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals(Optional.of("1"), answer.headers().firstValue("Retry-After"));
  }
}
