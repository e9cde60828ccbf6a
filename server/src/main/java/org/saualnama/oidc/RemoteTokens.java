package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Tokens of the outside provider: what a good one says, and nothing about a bad one. */
final class RemoteTokens {
  private final Vertx vertx;
  private final OidcSettings settings;
  private final RemoteKeys keys;
  private final Supplier<Instant> clock;

  RemoteTokens(Vertx vertx, OidcSettings settings, RemoteKeys keys, Supplier<Instant> clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
  }

  /** The claims of an ID token that answers {@code nonce}. */
  Future<Optional<JsonNode>> identity(String token, String nonce) {
    String client = settings.clientId();
    return verified(token, client)
        .map(found -> found.filter(claims -> Claims.answer(claims, client, nonce)));
  }

  /** The claims of an access token for the API. An ID token is none, whomever it is for. */
  Future<Optional<JsonNode>> access(String token) {
    return settings.audience().isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : verified(token, settings.audience().get())
            .map(found -> found.filter(claims -> !claims.has("nonce")));
  }

  private Future<Optional<JsonNode>> verified(String token, String audience) {
    String issuer = settings.issuer().toString();
    Optional<TokenParts> parts =
        TokenParts.of(token)
            .filter(found -> Claims.hold(found.claims(), issuer, audience, clock.get()));
    if (parts.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return keys.find(parts.get().kid(), parts.get().alg())
        .compose(key -> key.isEmpty() ? Future.succeededFuture(false) : signed(token, key.get()))
        .map(good -> parts.filter(found -> good).map(TokenParts::claims));
  }

  /** The signature only: the claims have been looked at. */
  private Future<Boolean> signed(String token, String jwk) {
    JWTAuthOptions options =
        new JWTAuthOptions()
            .addJwk(new JsonObject(jwk))
            .setJWTOptions(new JWTOptions().setIgnoreExpiration(true));
    return JWTAuth.create(vertx, options)
        .authenticate(new TokenCredentials(token))
        .map(true)
        .otherwise(false);
  }
}
