package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.Node;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.PgBallotBox.Outcome;

/** A database that hangs or fails is spoken of as busy, and nobody waits for it for ever. */
final class BusyBoxTest {
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final DatabaseUrl database = TestDatabase.create();
  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private PgBallotBox box;

  @BeforeEach
  void open() {
    Pool pool = Pools.open(vertx, TestDatabase.roles(database).server());
    Node.query(database, "INSERT INTO survey (survey) VALUES ('a')");
    box = new PgBallotBox(pool, 5_000, Duration.ofSeconds(2), new BoxWatch() {});
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void aReceiptThatCannotBeLookedForIsBusy() throws Exception {
    Receipt receipt = new Receipt("R1");
    assertEquals(false, onLoop(() -> box.knows(receipt)));
    Node.query(database, "ALTER TABLE receipt RENAME TO away");
    assertBusy(() -> box.knows(receipt));
    Node.query(database, "ALTER TABLE away RENAME TO receipt");
    try (Connection other = locked("receipt")) {
      assertBusy(() -> box.knows(receipt));
      other.rollback();
    }
    assertEquals(false, onLoop(() -> box.knows(receipt)));
  }

  @Test
  void whoWaitsBehindABatchThatHangsIsToldWithIt() throws Exception {
    try (Connection other = locked("submission")) {
      // One batch, and more behind it than fit into many; all hang on the same lock.
      assertBusy(
          () -> {
            List<Future<Outcome>> all = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
              all.add(box.put("a", new Receipt("R" + i), new byte[] {1}));
            }
            return Future.join(all);
          });
      other.rollback();
    }
    // What was in doubt may be counted by now or not: once more, and it is there once.
    onLoop(() -> box.put("a", new Receipt("R0"), new byte[] {1}));
    assertEquals(
        List.of(List.of("1")),
        Node.query(database, "SELECT count(*) FROM receipt WHERE receipt = 'R0'"));
  }

  @Test
  void whoComesToAFullQueueIsToldAtOnceAndTheOthersAreCounted() throws Exception {
    box = new PgBallotBox(Pools.open(vertx, database), 3, PATIENT, new BoxWatch() {});
    List<Future<Outcome>> all = new ArrayList<>();
    onLoop(
        () -> {
          // The first is on its way, three wait, and there is no place for the last.
          for (int i = 0; i < 5; i++) {
            all.add(box.put("a", new Receipt("R" + i), new byte[] {1}));
          }
          return Future.join(all.subList(0, 4));
        });
    assertTrue(all.subList(0, 4).stream().allMatch(one -> one.result() == Outcome.COUNTED));
    assertEquals(Refusal.Reason.BUSY, assertInstanceOf(Refusal.class, all.get(4).cause()).reason());
  }

  @Test
  void whoWouldWaitBehindSlowBatchesIsToldAtOnceAndOneBatchMayWait() throws Exception {
    Node.query(
        database,
        """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql
          AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END';
        CREATE TRIGGER slow BEFORE INSERT ON receipt FOR EACH STATEMENT EXECUTE FUNCTION slow()""");
    box = new PgBallotBox(Pools.open(vertx, database), 5_000, PATIENT, new BoxWatch() {});
    assertEquals(Outcome.COUNTED, onLoop(() -> box.put("a", new Receipt("slow"), new byte[] {1})));
    List<Future<Outcome>> all = new ArrayList<>();
    onLoop(
        () -> {
          for (int i = 0; i < 700; i++) {
            all.add(box.put("a", new Receipt("R" + i), new byte[] {1}));
          }
          // One is on its way, and behind it a whole batch.
          return Future.join(all.subList(0, 501));
        });
    assertTrue(all.subList(501, 700).stream().allMatch(Future::failed));
    assertEquals(
        List.of(List.of("502", "502")),
        Node.query(
            database, "SELECT (SELECT count(*) FROM receipt), (SELECT count(*) FROM submission)"));
  }

  @Test
  void aFloodOfWhatIsRefusedLeavesRoomForWhoIsCounted() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    onLoop(
        () -> {
          // More than the pool has places for; each is looked for, and nobody is told "busy".
          for (int i = 0; i < 4_000; i++) {
            all.add(box.knows(new Receipt("R" + i)));
          }
          all.add(box.put("a", new Receipt("R1"), new byte[] {1}));
          return Future.all(all);
        });
    assertEquals(Outcome.COUNTED, all.get(4_000).result());
    assertEquals(true, onLoop(() -> box.knows(new Receipt("R1"))));
  }

  @Test
  void moreReceiptsThanMayWaitAreNotLookedFor() throws Exception {
    box = new PgBallotBox(Pools.open(vertx, database), 3, Duration.ofMinutes(1), new BoxWatch() {});
    List<Future<?>> all = new ArrayList<>();
    onLoop(
        () -> {
          for (int i = 0; i < 5; i++) {
            all.add(box.knows(new Receipt("R" + i)));
          }
          return Future.join(all.subList(0, 4));
        });
    assertEquals(Refusal.Reason.BUSY, assertInstanceOf(Refusal.class, all.get(4).cause()).reason());
  }

  private <T> T onLoop(Supplier<Future<T>> what) throws Exception {
    Promise<T> done = Promise.promise();
    loop.runOnContext(go -> what.get().onComplete(done));
    return done.future().await(1, TimeUnit.MINUTES);
  }

  private <T> void assertBusy(Supplier<Future<T>> what) {
    Refusal refusal = assertThrows(Refusal.class, () -> onLoop(what));
    assertEquals(Refusal.Reason.BUSY, refusal.reason());
  }

  private Connection locked(String table) throws Exception {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://"
                + database.host()
                + ":"
                + database.port()
                + "/"
                + database.database(),
            database.user(),
            database.password());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
    return connection;
  }
}
