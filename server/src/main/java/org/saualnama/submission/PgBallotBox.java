package org.saualnama.submission;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.PgBallots.Ballot;
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
    /** The survey takes none for now. */
    PAUSED,
    /** The survey takes none any more. */
    CLOSED
  }

  private static final Logger LOG = LoggerFactory.getLogger(PgBallotBox.class);
  private static final int BATCH = 500;
  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

  /** Whoever would wait longer is better sent away at once: 503 costs less than an answer. */
  private static final Duration SOON = Duration.ofMillis(200);

  private record Waiting(Ballot ballot, Promise<Outcome> done, long since) {}

  private final PgBallots ballots;
  private final PgEnquiries enquiries;
  private final int capacity;
  private final Duration patience;
  private final BoxWatch watch;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean underway;
  private long lastBatchTook;

  /**
   * An empty queue in front of the one box that all nodes share.
   *
   * @param capacity how many may wait before the next is refused
   */
  public PgBallotBox(Pool pool, int capacity, BoxWatch watch) {
    this(pool, capacity, TIME_TO_ANSWER, watch);
  }

  /** Waits {@code patience} for the database, and as long in the queue. */
  PgBallotBox(Pool pool, int capacity, Duration patience, BoxWatch watch) {
    this.watch = watch;
    this.ballots = new PgBallots(pool);
    this.enquiries = new PgEnquiries(ballots, capacity, patience);
    this.capacity = capacity;
    this.patience = patience;
  }

  /**
   * Whether the next is refused: more wait than may, or than can be done soon if batches go on
   * taking as long as the last one did. One batch may always wait.
   */
  boolean isFull() {
    long batches = 2L + waiting.size() / BATCH;
    return waiting.size() >= capacity
        || (waiting.size() >= BATCH && batches * lastBatchTook > SOON.toNanos());
  }

  /** Succeeds only after the commit; fails with a {@link Refusal} (busy) when it is not known. */
  public Future<Outcome> put(String survey, Receipt receipt, byte[] sealed) {
    if (isFull()) {
      return Future.failedFuture(busy());
    }
    Ballot ballot = new Ballot(survey, receipt.code(), sealed);
    Waiting newest = new Waiting(ballot, Promise.promise(), System.nanoTime());
    waiting.add(newest);
    watch.waiting(1);
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
    return enquiries.knows(receipt).recover(failure -> Future.failedFuture(busy()));
  }

  private void sendNext() {
    Map<String, Waiting> batch = new LinkedHashMap<>();
    while (!waiting.isEmpty() && batch.size() < BATCH) {
      Waiting next = waiting.poll();
      watch.waiting(-1);
      if (System.nanoTime() - next.since() > patience.toNanos()) {
        // Behind batches that hang, each in its turn, it would wait longer than its connection.
        next.done().fail(busy());
        continue;
      }
      Waiting twin = batch.putIfAbsent(next.ballot().receipt(), next);
      if (twin != null) {
        // The same id twice in one statement would fail it; the second learns what the first does.
        twin.done().future().map(PgBallotBox::again).onComplete(next.done());
      }
    }
    underway = !batch.isEmpty();
    if (underway) {
      long begin = System.nanoTime();
      ballots
          .put(batch.values().stream().map(Waiting::ballot).toList())
          .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .onSuccess(outcomes -> watch.committed(counted(outcomes), System.nanoTime() - begin))
          .onFailure(failure -> watch.doubtful())
          .onComplete(answer -> lastBatchTook = System.nanoTime() - begin)
          .onComplete(answer -> tell(batch, answer));
    }
  }

  private static int counted(Map<String, Outcome> outcomes) {
    return Collections.frequency(outcomes.values(), Outcome.COUNTED);
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

  private static Outcome again(Outcome first) {
    return first == Outcome.COUNTED ? Outcome.KNOWN : first;
  }

  static Refusal busy() {
    return new Refusal(
        Reason.BUSY, "The server is busy. Send the same again, with the same key, in a moment.");
  }
}
