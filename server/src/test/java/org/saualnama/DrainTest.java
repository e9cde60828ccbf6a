package org.saualnama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.PlainClient.Answer;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** A real process that is asked to stop answers what it took, loses nothing, and is gone soon. */
@Timeout(120)
final class DrainTest {
  private static final int SENDERS = 12;
  private static final int BEFORE = 200;

  @TempDir private Path folder;
  private final SurveyVersion survey = ShippedSurveys.may9();
  private final String path = "/api/v1/surveys/" + survey.code() + "/submissions";
  private final DatabaseUrl database = TestDatabase.create();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<UUID, String> receipts = new ConcurrentHashMap<>();
  private ServerProcess server;

  @BeforeEach
  void start() {
    String url =
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                database.user(),
                database.password(),
                database.host(),
                database.port(),
                database.database());
    server = ServerProcess.start(folder, Map.of("DATABASE_URL", url));
  }

  @AfterEach
  void stop() {
    server.kill();
    threads.shutdownNow();
  }

  @Test
  void whoeverIsSendingHearsAnAnswerToEachAndAllThatWereAcknowledgedAreThere() throws Exception {
    // The program itself sends the first respondent at every start: one of ours.
    SyntheticRespondent own = new SyntheticRespondent(survey, 1);
    try (PlainClient client = new PlainClient(server.address())) {
      keep(own.id(), client.post(path, own.id().toString(), body(own)));
    }
    List<Future<Answer>> last = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      int first = 1_000_000 * (i + 1);
      last.add(threads.submit(() -> sendUntilTold(first)));
    }
    Eventually.until("many are acknowledged", () -> receipts.size() >= BEFORE);
    int before = receipts.size();
    server.stop();
    for (Future<Answer> each : last) {
      assertTrue(each.get().last(), "who keeps a connection hears that it ends");
    }
    assertTrue(receipts.size() >= before + SENDERS, "each had a last one");
    Accounts accounts = new Accounts(database, survey.code());
    accounts.awaitSilence();
    accounts.balance(receipts);
  }

  /** Over one connection, until an answer says that it is the last; what is cut off fails. */
  private Answer sendUntilTold(int first) throws IOException {
    try (PlainClient client = new PlainClient(server.address())) {
      for (int number = first; ; number++) {
        SyntheticRespondent one = new SyntheticRespondent(survey, number);
        Answer answer = client.post(path, one.id().toString(), body(one));
        keep(one.id(), answer);
        if (answer.last()) {
          return answer;
        }
      }
    }
  }

  @Test
  void aSubmissionOnItsWayToTheDatabaseGetsItsReceiptThoughTheServerIsToStop() throws Exception {
    SyntheticRespondent one = new SyntheticRespondent(survey, 1_000_000);
    try (PlainClient client = new PlainClient(server.address());
        Connection other = locked()) {
      client.begin(path, one.id().toString(), body(one));
      Eventually.until("the batch waits", this::somebodyWaits);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop, threads);
      Eventually.until("no new connections are taken", () -> isShut(server.address()));
      other.rollback();
      Answer answer = client.answer();
      assertEquals(201, answer.status(), answer::body);
      assertTrue(answer.last());
      stopped.get();
      assertEquals(
          List.of(List.of(receipt(answer))),
          Node.query(
              database, "SELECT receipt FROM receipt WHERE receipt = '" + receipt(answer) + "'"));
    }
  }

  @Test
  void whoListensForReleasesIsLetGoInOrder() throws Exception {
    try (PlainClient client = new PlainClient(server.address())) {
      client.begin("/api/v1/surveys/" + survey.code() + "/releases/stream");
      while (!client.line().startsWith("retry:")) {
        // the head
      }
      server.stop();
      assertTrue(client.rest().endsWith("0\r\n\r\n"), "the last chunk");
    }
  }

  private Connection locked() throws SQLException {
    Connection other =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    other.setAutoCommit(false);
    other.createStatement().execute("LOCK TABLE submission IN ACCESS EXCLUSIVE MODE");
    return other;
  }

  private boolean somebodyWaits() {
    String waiting =
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'"
            + " AND relation = 'submission'::regclass";
    return !Node.query(database, waiting).get(0).get(0).equals("0");
  }

  private static boolean isShut(URI address) {
    try {
      new PlainClient(address).close();
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  private void keep(UUID id, Answer answer) {
    assertTrue(answer.status() == 201 || answer.status() == 200, answer::body);
    receipts.put(id, receipt(answer));
  }

  private static String receipt(Answer answer) {
    return Json.readUntrusted(answer.body().getBytes(UTF_8)).path("receipt").textValue();
  }

  private static String body(SyntheticRespondent respondent) {
    return new String(Json.write(respondent.submission()), UTF_8);
  }
}
