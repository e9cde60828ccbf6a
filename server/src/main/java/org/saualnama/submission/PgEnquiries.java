package org.saualnama.submission;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whether receipts have been counted: whatever was asked while one statement was on its way is
 * the next, so that a flood of what is refused takes one connection and not all of the batches'.
 *
 * <p>One per event loop, as its ballot box.
 */
final class PgEnquiries {
  private static final Logger LOG = LoggerFactory.getLogger(PgEnquiries.class);
  private static final int MOST_AT_ONCE = 500;

  private final PgBallots ballots;
  private final int capacity;
  private final Duration patience;
  private final Map<String, Promise<Boolean>> waiting = new LinkedHashMap<>();
  private boolean underway;

  /**
   * Nobody asks yet.
   *
   * @param capacity how many receipts may wait before the next is refused
   * @param patience for the database, and as much for the queue
   */
  PgEnquiries(PgBallots ballots, int capacity, Duration patience) {
    this.ballots = ballots;
    this.capacity = capacity;
    this.patience = patience;
  }

  /** Whether it has been counted; fails when that can't be learnt in time. */
  Future<Boolean> knows(Receipt receipt) {
    if (waiting.size() >= capacity) {
      return Future.failedFuture("too many receipts are looked for");
    }
    Promise<Boolean> known = waiting.computeIfAbsent(receipt.code(), fresh -> Promise.promise());
    if (!underway) {
      askNext();
    }
    return known.future().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void askNext() {
    Map<String, Promise<Boolean>> asked = new LinkedHashMap<>();
    List<String> next = new ArrayList<>(waiting.keySet());
    next.stream().limit(MOST_AT_ONCE).forEach(code -> asked.put(code, waiting.remove(code)));
    underway = !asked.isEmpty();
    if (underway) {
      ballots
          .known(asked.keySet().toArray(String[]::new))
          .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .onSuccess(known -> asked.forEach((code, one) -> one.complete(known.containsKey(code))))
          .onFailure(
              failure -> {
                LOG.warn(
                    "{} receipts can't be looked for, who asked is to repeat it",
                    asked.size(),
                    failure);
                asked.values().forEach(one -> one.fail(failure));
              })
          .onComplete(answered -> askNext());
    }
  }
}
