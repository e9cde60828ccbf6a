package org.saualnama.identity;

import io.vertx.core.Future;
import java.util.Optional;
import org.saualnama.access.Caller;

/** Whom a Bearer token stands for at this moment. */
final class PgBearers {
  private final PgAccessTokens tokens;
  private final PgSessions sessions;
  private final PgKeys keys;

  PgBearers(PgAccessTokens tokens, PgSessions sessions, PgKeys keys) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.keys = keys;
  }

  /** Empty for whatever opens nothing. */
  Future<Optional<Signed>> find(String bearer) {
    if (bearer.startsWith(PgKeys.PREFIX)) {
      return keys.find(bearer);
    }
    return tokens
        .verify(bearer)
        .compose(
            token ->
                token.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : sessions
                        .byId(token.get().session())
                        .map(found -> found.flatMap(signed -> bounded(signed, token.get()))));
  }

  /** No more than the token says, and no more than the account has by now. */
  private static Optional<Signed> bounded(Signed signed, AccessToken token) {
    Caller caller = signed.caller();
    if (!caller.account().equals(token.account())) {
      return Optional.empty();
    }
    Caller bounded =
        new Caller(caller.account(), caller.name(), Grants.common(caller.grants(), token.grants()));
    return Optional.of(new Signed(bounded, signed.session()));
  }
}
