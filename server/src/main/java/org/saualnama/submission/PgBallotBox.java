package org.saualnama.submission;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where submissions become durable: whatever has arrived while the last batch was on its way is the
 * next batch, one statement and one commit for all of it.
 *
 * <p>One box per event loop, and not to be shared: nothing here is locked.
 */
public final class PgBallotBox {
  /** What became of a submission. */
  public enum Outcome {
    /** Durable now, and for the first time. */
    COUNTED,
    /** Its receipt was there already; the first body stands. */
    KNOWN,
    /** The survey takes none any more. */
    CLOSED
  }

  private static final Logger LOG = LoggerFactory.getLogger(PgBallotBox.class);
  private static final int BATCH = 500;
  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

  // FOR SHARE against the FOR UPDATE of closing: what is acknowledged is there for the last
  // release.
  // The receipts go in in order, or two nodes' batches could wait for each other. Who is counted is
  // looked up in a hash and not joined: PostgreSQL expects few rows and would compare all with all.
  private static final String PUT =
      """
      WITH arrived AS MATERIALIZED (
        SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[]) AS a (survey, receipt, sealed)
      ), taking AS MATERIALIZED (
        SELECT survey FROM survey
        WHERE survey IN (SELECT survey FROM arrived)
          AND state = 'open' AND (closes IS NULL OR closes > now())
        ORDER BY survey FOR SHARE
      ), counted AS (
        INSERT INTO receipt (receipt, survey)
        SELECT receipt, survey FROM arrived JOIN taking USING (survey) ORDER BY receipt
        ON CONFLICT DO NOTHING
        RETURNING receipt
      ), judged AS MATERIALIZED (
        SELECT survey, receipt, sealed, receipt IN (SELECT receipt FROM counted) AS counted
        FROM arrived JOIN taking USING (survey)
      ), boxed AS (
        INSERT INTO submission (survey, sealed) SELECT survey, sealed FROM judged WHERE counted
      )
      SELECT receipt, counted FROM judged
      """;

  private static final String KNOWN =
      "SELECT receipt FROM receipt WHERE receipt = ANY ($1::text[])";

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(
      String survey, Receipt receipt, byte[] sealed, Promise<Outcome> done, long since) {}

  private final Pool pool;
  private final int capacity;
  private final Duration patience;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean underway;

  /**
   * An empty queue in front of the one box that all nodes share.
   *
   * @param capacity how many may wait before the next is refused
   */
  public PgBallotBox(Pool pool, int capacity) {
    this(pool, capacity, TIME_TO_ANSWER);
  }

  /** Waits {@code patience} for the database, and as long in the queue. */
  PgBallotBox(Pool pool, int capacity, Duration patience) {
    this.pool = pool;
    this.capacity = capacity;
    this.patience = patience;
  }

  /** Succeeds only after the commit; fails with a {@link Refusal} (busy) when it is not known. */
  public Future<Outcome> put(String survey, Receipt receipt, byte[] sealed) {
    if (waiting.size() >= capacity) {
      return Future.failedFuture(busy());
    }
    Waiting newest = new Waiting(survey, receipt, sealed, Promise.promise(), System.nanoTime());
    waiting.add(newest);
    if (!underway) {
      sendNext();
    }
    return newest.done().future();
  }

  /**
   * Whether this receipt has been counted, even if its survey is closed by now; fails with a {@link
   * Refusal} (busy) when that can't be learnt.
   */
  public Future<Boolean> knows(Receipt receipt) {
    return known(new String[] {receipt.code()})
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .map(known -> known.containsKey(receipt.code()))
        .recover(
            failure -> {
              LOG.warn("a receipt can't be looked for, its sender is asked to repeat", failure);
              return Future.failedFuture(busy());
            });
  }

  private void sendNext() {
    Map<String, Waiting> batch = new LinkedHashMap<>();
    while (!waiting.isEmpty() && batch.size() < BATCH) {
      Waiting next = waiting.poll();
      if (System.nanoTime() - next.since() > patience.toNanos()) {
        // Behind batches that hang, each in its turn, it would wait longer than its connection.
        next.done().fail(busy());
        continue;
      }
      Waiting twin = batch.putIfAbsent(next.receipt().code(), next);
      if (twin != null) {
        // The same id twice in one statement would fail it; the second learns what the first does.
        twin.done().future().map(PgBallotBox::again).onComplete(next.done());
      }
    }
    underway = !batch.isEmpty();
    if (underway) {
      send(batch)
          .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .onComplete(answer -> tell(batch, answer));
    }
  }

  private void tell(Map<String, Waiting> batch, AsyncResult<Map<String, Outcome>> answer) {
    if (answer.failed()) {
      LOG.warn(
          "a batch of {} is in doubt, its senders are asked to repeat it",
          batch.size(),
          answer.cause());
    }
    batch.forEach(
        (code, one) -> {
          if (answer.succeeded()) {
            one.done().complete(answer.result().getOrDefault(code, Outcome.CLOSED));
          } else {
            one.done().fail(busy());
          }
        });
    sendNext();
  }

  private Future<Map<String, Outcome>> send(Map<String, Waiting> batch) {
    String[] surveys = batch.values().stream().map(Waiting::survey).toArray(String[]::new);
    String[] receipts = batch.keySet().toArray(String[]::new);
    Buffer[] sealed =
        batch.values().stream().map(w -> Buffer.buffer(w.sealed())).toArray(Buffer[]::new);
    return pool.preparedQuery(PUT)
        .execute(Tuple.tuple().addValue(surveys).addValue(receipts).addValue(sealed))
        .compose(
            rows -> {
              Map<String, Outcome> outcomes = new HashMap<>();
              for (Row row : rows) {
                outcomes.put(row.getString(0), row.getBoolean(1) ? Outcome.COUNTED : Outcome.KNOWN);
              }
              // Closed surveys are not among the rows: who was counted before still hears so.
              return outcomes.size() == batch.size()
                  ? Future.succeededFuture(outcomes)
                  : known(receipts)
                      .map(
                          known -> {
                            known.forEach(outcomes::putIfAbsent);
                            return outcomes;
                          });
            });
  }

  private Future<Map<String, Outcome>> known(String[] receipts) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.tuple().addValue(receipts))
        .map(
            rows -> {
              Map<String, Outcome> known = new HashMap<>();
              rows.forEach(row -> known.put(row.getString(0), Outcome.KNOWN));
              return known;
            });
  }

  private static Outcome again(Outcome first) {
    return first == Outcome.COUNTED ? Outcome.KNOWN : first;
  }

  private static Refusal busy() {
    return new Refusal(
        Reason.BUSY, "The server is busy. Send the same again, with the same key, in a moment.");
  }
}
