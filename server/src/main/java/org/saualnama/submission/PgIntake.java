package org.saualnama.submission;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** The one way into the ballot box, for the form and the API alike. */
public final class PgIntake {
  /**
   * What became of it.
   *
   * @param first whether it was counted just now, and not before
   */
  public record Taken(Receipt receipt, boolean first) {}

  private final PgBallotBox box;
  private final Receipt.Maker receipts;
  private final BallotSeal seal;
  private final Refused refused;

  /**
   * A way in; it belongs to one event loop, as {@code box} does.
   *
   * @param refused counts whom it turns away
   */
  public PgIntake(PgBallotBox box, Receipt.Maker receipts, BallotSeal seal, Refused refused) {
    this.refused = refused;
    this.box = box;
    this.receipts = receipts;
    this.seal = seal;
  }

  /**
   * Takes one submission.
   *
   * <p>An id that was counted before gets its receipt again, whatever comes with it: the first body
   * stands. So a refusal is spoken only after the id was looked for.
   *
   * @param id the client's, the same on every try
   * @param checking parses and checks; may throw a {@link Refusal}
   */
  public Future<Taken> take(String survey, UUID id, Supplier<Submission> checking) {
    return tryTo(survey, id, checking)
        .onFailure(
            failure -> {
              if (failure instanceof Refusal refusal) {
                refused.count(survey, refusal.reason());
              }
            });
  }

  private Future<Taken> tryTo(String survey, UUID id, Supplier<Submission> checking) {
    if (box.isFull()) {
      // Before any work is done for it, which those who wait need.
      return Future.failedFuture(PgBallotBox.busy());
    }
    Receipt receipt = receipts.of(survey, id);
    Submission submission;
    try {
      submission = checking.get();
    } catch (Refusal refusal) {
      return knownOr(receipt, refusal);
    }
    byte[] sealed = seal.seal(submission);
    return box.put(survey, receipt, sealed)
        .map(
            outcome ->
                switch (outcome) {
                  case COUNTED -> new Taken(receipt, true);
                  case KNOWN -> new Taken(receipt, false);
                  case PAUSED ->
                      throw new Refusal(
                          Reason.PAUSED,
                          "This survey is paused and takes no answers for now. Try again later.");
                  case CLOSED ->
                      throw new Refusal(
                          Reason.CLOSED, "This survey has ended and takes no answers.");
                });
  }

  private Future<Taken> knownOr(Receipt receipt, Refusal refusal) {
    return box.knows(receipt)
        .map(
            known -> {
              if (known) {
                return new Taken(receipt, false);
              }
              throw refusal;
            });
  }
}
