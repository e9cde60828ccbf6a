package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.secret.Secret;
import org.saualnama.submission.Receipt;
import org.saualnama.survey.ShippedSurveys;

/**
 * A survey's end, which the node itself has to notice. Nobody sends enough for a release before.
 */
final class ClosingTest {
  private static final String SURVEY = "event-feedback";
  private static final String END = "UPDATE survey SET closes = now() WHERE survey = '%s'";
  private static final String BEGIN_CLOSING =
      "UPDATE survey SET state = 'closing' WHERE survey = '%s' AND state = 'open'";
  private static final String WAIT_FOR_LOCKS =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND wait_event_type = 'Lock'";

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    String kind = "sensitivity: ordinary";
    Path defs =
        TestDefs.eventFeedback(folder, kind, "closes: \"2999-01-01T00:00:00+05:00\"\n" + kind);
    node = Node.start(folder, defs, true);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void whenItsTimeHasComeASurveyClosesAndReleasesItsRest() {
    assertEquals("2998-12-31", node.value("SELECT (closes AT TIME ZONE 'UTC')::date FROM survey"));
    IntStream.range(0, 12).forEach(i -> assertEquals(201, submit(i)));
    assertEquals("0", node.value("SELECT count(*) FROM release"));
    node.query(END.formatted(SURVEY));
    assertEquals(409, submit(12), "its end counts at once, not when somebody has noticed it");
    awaitClosed();
    assertEquals("12", node.value("SELECT responses FROM release"));
    allAreReleased(12);
    assertEquals(409, submit(13));
    assertEquals(200, submit(3), "a known key is still known");
  }

  @Test
  void closingWaitsForTheBatchOnItsWay() throws Exception {
    IntStream.range(0, 12).forEach(i -> assertEquals(201, submit(i)));
    CompletableFuture<Integer> late;
    CompletableFuture<?> closing;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // The batch has to wait to learn what becomes of the same receipt.
      statement.execute("INSERT INTO receipt VALUES ('" + receipt(12) + "', '" + SURVEY + "')");
      late = CompletableFuture.supplyAsync(() -> submit(12));
      Eventually.until("the batch waits", () -> waitingForLocks() == 1);
      closing = CompletableFuture.runAsync(() -> node.query(BEGIN_CLOSING.formatted(SURVEY)));
      Eventually.until("closing waits for the batch", () -> waitingForLocks() == 2);
      connection.rollback();
    }
    assertEquals(201, late.get(1, TimeUnit.MINUTES));
    closing.get(1, TimeUnit.MINUTES);
    awaitClosed();
    allAreReleased(13);
  }

  @Test
  void whatManySendersAreToldWhileItClosesIsTrue() {
    Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    Queue<Integer> numbers = new ConcurrentLinkedQueue<>(IntStream.range(0, 99).boxed().toList());
    CompletableFuture<?>[] senders =
        IntStream.range(0, 8)
            .mapToObj(
                sender ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (Integer i = numbers.poll(); i != null; i = numbers.poll()) {
                            answers.put(i, submit(i));
                          }
                        }))
            .toArray(CompletableFuture<?>[]::new);
    Eventually.until("enough for a last release", () -> answers.size() >= 20);
    node.query(BEGIN_CLOSING.formatted(SURVEY));
    CompletableFuture.allOf(senders).orTimeout(1, TimeUnit.MINUTES).join();
    awaitClosed();
    assertTrue(answers.values().stream().allMatch(status -> status == 201 || status == 409));
    allAreReleased((int) answers.values().stream().filter(status -> status == 201).count());
  }

  private void allAreReleased(int acknowledged) {
    String expected = Integer.toString(acknowledged);
    assertEquals(expected, node.value("SELECT count(*) FROM receipt"));
    assertEquals(expected, node.value("SELECT count(*) FROM response"));
    assertEquals(expected, node.value("SELECT sum(newcomers) FROM release"));
    assertEquals("0", node.value("SELECT count(*) FROM submission"), "stranded in the box");
  }

  private void awaitClosed() {
    Eventually.until("closed", () -> node.value("SELECT state FROM survey").equals("closed"));
  }

  private int waitingForLocks() {
    return Integer.parseInt(node.value(WAIT_FOR_LOCKS));
  }

  private Connection connect() throws Exception {
    DatabaseUrl database = node.database();
    String url =
        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
    return DriverManager.getConnection(url, database.user(), database.password());
  }

  private String receipt(int i) throws Exception {
    Secret secret = Secret.from(folder.resolve("secret"));
    return new Receipt.Maker(secret).of(SURVEY, respondent(i).id()).code();
  }

  private int submit(int i) {
    SyntheticRespondent respondent = respondent(i);
    return node.submit(SURVEY, respondent.id(), respondent.submission()).statusCode();
  }

  private static SyntheticRespondent respondent(int i) {
    return new SyntheticRespondent(ShippedSurveys.eventFeedback(), i);
  }
}
