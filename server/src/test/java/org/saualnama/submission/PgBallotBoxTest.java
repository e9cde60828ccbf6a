package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.Node;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.PgBallotBox.Outcome;

final class PgBallotBoxTest {
  private final DatabaseUrl database = TestDatabase.create();
  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private Pool pool;

  @BeforeEach
  void open() {
    pool = Pools.open(vertx, TestDatabase.roles(database).server());
    Node.query(database, "INSERT INTO survey (survey) VALUES ('a'), ('b')");
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void oneIdTwiceInOneBatchIsCountedOnce() throws Exception {
    PgBallotBox box = new PgBallotBox(pool, 100, new BoxWatch() {});
    assertEquals(
        List.of(Outcome.COUNTED, Outcome.COUNTED, Outcome.KNOWN, Outcome.COUNTED),
        put(box, "a R1", "a R2", "a R2", "b R3"));
    assertEquals("3", value("SELECT count(*) FROM submission"));
    assertEquals(List.of(Outcome.KNOWN), put(box, "a R1"));
  }

  @Test
  void aClosedSurveyTakesNoneAndStillKnowsItsOwn() throws Exception {
    PgBallotBox box = new PgBallotBox(pool, 100, new BoxWatch() {});
    put(box, "a R1");
    Node.query(
        database, "UPDATE survey SET closes = now() - interval '1 second' WHERE survey = 'a'");
    assertEquals(
        List.of(Outcome.KNOWN, Outcome.CLOSED, Outcome.COUNTED), put(box, "a R1", "a R2", "b R3"));
    assertEquals("2", value("SELECT count(*) FROM receipt"));
  }

  @Test
  void aFullQueueRefusesAndTakesAgainOnceThereIsRoom() throws Exception {
    PgBallotBox box = new PgBallotBox(pool, 2, new BoxWatch() {});
    // The first is on its way, two wait, the fourth finds no room.
    Refusal refusal = assertThrows(Refusal.class, () -> put(box, "a R1", "a R2", "a R3", "a R4"));
    assertEquals(Refusal.Reason.BUSY, refusal.reason());
    assertEquals(List.of(Outcome.COUNTED), put(box, "a R4"));
    assertEquals("4", value("SELECT count(*) FROM submission"));
  }

  @Test
  void aBatchThatFailsCanBeSentAgain() throws Exception {
    PgBallotBox box = new PgBallotBox(pool, 100, new BoxWatch() {});
    Node.query(database, "ALTER TABLE submission RENAME TO away");
    assertThrows(Refusal.class, () -> put(box, "a R1"));
    assertEquals("0", value("SELECT count(*) FROM receipt"));
    Node.query(database, "ALTER TABLE away RENAME TO submission");
    assertEquals(List.of(Outcome.COUNTED), put(box, "a R1"));
  }

  /** Puts all at once, each "survey receipt"; waits for every one before it fails. */
  private List<Outcome> put(PgBallotBox box, String... all) throws Exception {
    Promise<List<Outcome>> done = Promise.promise();
    loop.runOnContext(
        go -> {
          List<Future<Outcome>> outcomes = new ArrayList<>();
          for (String one : all) {
            int space = one.indexOf(' ');
            Receipt receipt = new Receipt(one.substring(space + 1));
            outcomes.add(box.put(one.substring(0, space), receipt, new byte[] {1}));
          }
          Future.join(outcomes).<List<Outcome>>map(joined -> joined.list()).onComplete(done);
        });
    return done.future().await(1, TimeUnit.MINUTES);
  }

  private String value(String sql) {
    return Node.query(database, sql).get(0).get(0);
  }
}
