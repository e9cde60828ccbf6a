package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Access tokens: JWT, ES256, for this server by this server, and nothing else passes. */
final class PgAccessTokens {
  private static final String ES256 = "ES256";

  private final Vertx vertx;
  private final PgSigningKeys keys;
  private final Supplier<String> issuer;

  /**
   * Tokens of one server.
   *
   * @param issuer how it is reached; known once it serves
   */
  PgAccessTokens(Vertx vertx, PgSigningKeys keys, Supplier<String> issuer) {
    this.vertx = vertx;
    this.keys = keys;
    this.issuer = issuer;
  }

  /** A token for the next quarter of an hour. */
  Future<String> issue(ApiSession session) {
    Instant now = Instant.now();
    JsonObject claims =
        new JsonObject()
            .put("jti", UUID.randomUUID().toString())
            .put("sid", session.session().toString())
            .put("nbf", now.getEpochSecond())
            .put("roles", new JsonArray(Grants.codes(session.account().grants())));
    JWTOptions options =
        options()
            .setAlgorithm(ES256)
            .setSubject(session.account().id().toString())
            .setExpiresInSeconds((int) AccessToken.LIFE.toSeconds());
    return keys.current()
        .map(
            living -> {
              SigningKey key = living.newest();
              JsonObject jwk = new JsonObject(key.publicJwk()).copy().put("d", key.d());
              return auth(jwk).generateToken(claims, options);
            });
  }

  /** What {@code token} says; empty if it isn't ours, not for us, or not of this time. */
  Future<Optional<AccessToken>> verify(String token) {
    Optional<String> kid = TokenHeader.kid(token);
    return kid.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : keys.find(kid.get())
            .compose(
                key ->
                    key.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : verify(token, key.get()));
  }

  private Future<Optional<AccessToken>> verify(String token, SigningKey key) {
    JWTAuth verifier = auth(new JsonObject(key.publicJwk()));
    return Future.succeededFuture(new TokenCredentials(token))
        // In here what it throws is a failure like any other.
        .compose(verifier::authenticate)
        .map(user -> claims(user.attributes().getJsonObject("accessToken")))
        // Why it failed is nobody's business, and the library tells it by its failures only.
        .otherwise(Optional.empty());
  }

  private Optional<AccessToken> claims(JsonObject claims) {
    if (!issuer.get().equals(claims.getString("iss"))
        || !audience().equals(claims.getValue("aud"))
        || claims.getLong("exp") == null
        || claims.getLong("nbf") == null) {
      return Optional.empty();
    }
    List<String> roles = claims.getJsonArray("roles").stream().map(String.class::cast).toList();
    return Optional.of(
        new AccessToken(
            UUID.fromString(claims.getString("sub")),
            UUID.fromString(claims.getString("sid")),
            Grants.of(roles)));
  }

  private JWTAuth auth(JsonObject jwk) {
    return JWTAuth.create(vertx, new JWTAuthOptions().addJwk(jwk).setJWTOptions(options()));
  }

  private JWTOptions options() {
    return new JWTOptions().setIssuer(issuer.get()).addAudience(audience());
  }

  private String audience() {
    return URI.create(issuer.get()).resolve("/api/v1").toString();
  }
}
