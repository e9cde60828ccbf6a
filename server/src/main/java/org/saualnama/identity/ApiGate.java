package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.saualnama.access.Caller;
import org.saualnama.http.Gate;
import org.saualnama.http.Network;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** Before the API: a Bearer token or key, never a cookie. */
final class ApiGate implements Gate {
  private static final String SIGNED = "signed";
  private static final String BEARER = "Bearer ";

  private final PgBearers bearers;
  private final Function<String, Future<Optional<Caller>>> outside;

  /**
   * The API's gate.
   *
   * @param outside who sends a token that is none of ours
   */
  ApiGate(PgBearers bearers, Function<String, Future<Optional<Caller>>> outside) {
    this.bearers = bearers;
    this.outside = outside;
  }

  /** Who has passed, and by what. */
  static Signed signed(RoutingContext context) {
    return context.get(SIGNED);
  }

  /** The session of whoever has passed; what it is needed for, a key can't do. */
  static UUID session(RoutingContext context) {
    return signed(context)
        .session()
        .orElseThrow(
            () -> new Refusal(Reason.FORBIDDEN, "A key can't do this: sign in with a password."));
  }

  /** The id that the path names; one that can't be there is not found. */
  static UUID id(RoutingContext context, String parameter) {
    try {
      return UUID.fromString(context.pathParam(parameter));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.NOT_FOUND, "There is no such " + parameter + ".");
    }
  }

  static void let(RoutingContext context, Signed signed) {
    context.put(SIGNED, signed);
  }

  /** Whom to slow down when tries fail. */
  static String network(RoutingContext context) {
    return Network.of(context);
  }

  @Override
  public Future<Optional<Caller>> caller(RoutingContext context) {
    String header = context.request().getHeader("Authorization");
    if (header == null) {
      return Future.succeededFuture(Optional.empty());
    }
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Future.failedFuture(wrong());
    }
    return find(header.substring(BEARER.length()).strip())
        .map(
            found -> {
              let(context, found.orElseThrow(ApiGate::wrong));
              return found.map(Signed::caller);
            });
  }

  private Future<Optional<Signed>> find(String bearer) {
    return bearers
        .find(bearer)
        .compose(
            ours ->
                ours.isPresent()
                    ? Future.succeededFuture(ours)
                    : outside
                        .apply(bearer)
                        .map(found -> found.map(caller -> new Signed(caller, Optional.empty()))));
  }

  private static Refusal wrong() {
    return new Refusal(
        Reason.NOT_SIGNED_IN,
        "The token is wrong or its time is over. Get a new one: POST /api/v1/sessions/refresh.");
  }

  @Override
  public void refuseStranger(RoutingContext context) {
    context.fail(
        new Refusal(
            Reason.NOT_SIGNED_IN,
            "Send Authorization: Bearer with a token of POST /api/v1/sessions, or with a key."));
  }
}
