package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.saualnama.access.Caller;
import org.saualnama.refusal.Refusal;

/** Finds out who sends a request, and speaks to those who may not pass. */
public interface Gate {
  /** Knows nobody: where all that is served is for anybody. */
  Gate SHUT =
      new Gate() {
        @Override
        public Future<Optional<Caller>> caller(RoutingContext context) {
          return Future.succeededFuture(Optional.empty());
        }

        @Override
        public void refuseStranger(RoutingContext context) {
          context.fail(new Refusal(Refusal.Reason.NOT_SIGNED_IN, "Sign in first."));
        }
      };

  /**
   * Who sends it; empty if nobody is signed in.
   *
   * @return fails with a {@link Refusal} where what was shown is wrong (a forged token, a change
   *     without its CSRF token)
   */
  Future<Optional<Caller>> caller(RoutingContext context);

  /** Answers somebody who has to sign in first: 401, or the way to the page that asks for it. */
  void refuseStranger(RoutingContext context);
}
