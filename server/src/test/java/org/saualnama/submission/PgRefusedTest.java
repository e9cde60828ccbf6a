package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.Node;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.refusal.Refusal.Reason;

/** Two nodes add up what each of them has refused. */
final class PgRefusedTest {
  private final DatabaseUrl database = TestDatabase.create();
  private final Vertx vertx = Vertx.vertx();
  private final Refused here = new Refused();
  private final Refused there = new Refused();
  private PgRefused one;
  private PgRefused other;

  @BeforeEach
  void open() {
    Pool pool = Pools.open(vertx, TestDatabase.roles(database).server());
    one = new PgRefused(pool, here);
    other = new PgRefused(Pools.open(vertx, TestDatabase.roles(database).server()), there);
    Node.query(database, "INSERT INTO survey (survey) VALUES ('lake'), ('river')");
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void whatBothRefusedIsOneSumByKind() throws Exception {
    refuse(here, "lake", Reason.PAUSED, 3);
    refuse(here, "lake", Reason.MALFORMED, 1);
    refuse(there, "lake", Reason.PAUSED, 4);
    refuse(there, "river", Reason.PAUSED, 5);
    done(Future.all(one.flush(), other.flush()));
    for (PgRefused node : List.of(one, other)) {
      assertEquals(Map.of("paused", 7L, "malformed", 1L), done(node.of("lake")));
      assertEquals(Map.of("paused", 5L), done(node.of("river")));
      assertEquals(Map.of(), done(node.of("tree")));
    }
  }

  @Test
  void oneKnowsItsOwnAtOnceAndThoseOfTheOtherOnceTheyAreAddedUp() throws Exception {
    refuse(here, "lake", Reason.CLOSED, 2);
    refuse(there, "lake", Reason.CLOSED, 3);
    assertEquals(Map.of("closed", 2L), done(one.of("lake")));
    done(other.flush());
    assertEquals(Map.of("closed", 5L), done(one.of("lake")));
    assertEquals(Map.of("closed", 3L), done(other.of("lake")));
    done(one.flush());
    assertEquals(Map.of("closed", 5L), done(other.of("lake")));
  }

  @Test
  void nothingIsAddedTwice() throws Exception {
    refuse(here, "lake", Reason.BUSY, 2);
    done(one.flush());
    done(one.flush());
    refuse(here, "lake", Reason.BUSY, 1);
    done(one.flush());
    assertEquals(Map.of("busy", 3L), done(one.of("lake")));
  }

  @Test
  void whatCanNotBeAddedUpYetIsKeptAndAddedLater() throws Exception {
    refuse(here, "lake", Reason.PAUSED, 2);
    refuse(here, "river", Reason.PAUSED, 1);
    Node.query(database, "ALTER TABLE refused RENAME TO away");
    assertThrows(Exception.class, () -> done(one.flush()));
    refuse(here, "lake", Reason.PAUSED, 1);
    Node.query(database, "ALTER TABLE away RENAME TO refused");
    done(one.flush());
    assertEquals(Map.of("paused", 3L), done(other.of("lake")));
    assertEquals(Map.of("paused", 1L), done(other.of("river")));
  }

  @Test
  void whatFailsInTheMiddleAddsNothing() throws Exception {
    refuse(here, "lake", Reason.PAUSED, 2);
    refuse(here, "unheard-of", Reason.PAUSED, 1);
    assertThrows(Exception.class, () -> done(one.flush()));
    assertEquals("0", Node.query(database, "SELECT count(*) FROM refused").get(0).get(0));
    assertEquals(Map.of("paused", 2L), done(one.of("lake")), "counted once, and still here");
  }

  @Test
  void eachAddsInTheSameOrderSoThatNeitherWaitsForTheOther() throws Exception {
    for (Reason reason : Reason.values()) {
      refuse(here, "river", reason, 1);
      refuse(here, "lake", reason, 1);
    }
    done(one.flush());
    List<String> added =
        Node.query(database, "SELECT survey || ' ' || kind FROM refused ORDER BY ctid").stream()
            .map(row -> row.get(0))
            .toList();
    assertEquals(added.stream().sorted().toList(), added);
  }

  private static void refuse(Refused node, String survey, Reason reason, int times) {
    IntStream.range(0, times).forEach(i -> node.count(survey, reason));
  }

  private static <T> T done(Future<T> future) throws TimeoutException {
    return future.await(1, TimeUnit.MINUTES);
  }
}
