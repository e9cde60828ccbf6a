package org.saualnama.oidc;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/**
 * The provider's keys, kept. Read anew now and then and for an unknown key, but never as often as a
 * stranger with forged tokens would like; while the provider is away the old ones stay.
 */
final class RemoteKeys {
  private static final Duration GOOD_FOR = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration PAUSE_WITHOUT_ANY = Duration.ofSeconds(5);

  private final Supplier<Future<VerifyingKeys>> source;
  private final Supplier<Instant> clock;
  private Optional<VerifyingKeys> keys = Optional.empty();
  private Instant tried = Instant.MIN;
  private Instant read = Instant.MIN;
  private Future<VerifyingKeys> reading;

  RemoteKeys(Supplier<Future<VerifyingKeys>> source, Supplier<Instant> clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The key that verifies {@code alg} under this name.
   *
   * @return fails with a {@link Refusal} (busy) if no keys could be read so far
   */
  Future<Optional<String>> find(String kid, String alg) {
    return fitting(kid).map(known -> known.find(kid, alg));
  }

  private synchronized Future<VerifyingKeys> fitting(String kid) {
    Instant now = clock.get();
    boolean good = keys.isPresent() && keys.get().knows(kid) && now.isBefore(read.plus(GOOD_FOR));
    if (good) {
      return Future.succeededFuture(keys.get());
    }
    if (reading != null) {
      return reading.recover(failure -> old());
    }
    Duration pause = keys.isPresent() ? PAUSE : PAUSE_WITHOUT_ANY;
    if (!tried.equals(Instant.MIN) && now.isBefore(tried.plus(pause))) {
      return old();
    }
    tried = now;
    Future<VerifyingKeys> begun = source.get();
    reading = begun;
    // May be done already.
    begun.onComplete(done -> finish(begun, now));
    return begun.recover(failure -> old());
  }

  private synchronized void finish(Future<VerifyingKeys> done, Instant when) {
    reading = null;
    if (done.succeeded() && !done.result().isEmpty()) {
      keys = Optional.of(done.result());
      read = when;
    }
  }

  private synchronized Future<VerifyingKeys> old() {
    return keys.map(Future::succeededFuture)
        .orElseGet(
            () ->
                Future.failedFuture(
                    new Refusal(
                        Reason.BUSY,
                        "The provider of this token can't be reached just now, so it can't be"
                            + " checked. Try again in a minute.")));
  }
}
