package org.saualnama.identity;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.function.Supplier;
import org.saualnama.audit.PgAudit;
import org.saualnama.secret.Secret;

/** All of a node that knows who somebody is, put together. */
public record PgIdentity(
    PgAccounts accounts,
    PgPasswords passwords,
    PgSessions sessions,
    PgRefreshTokens refreshTokens,
    PgSigningKeys signingKeys,
    PgAccessTokens accessTokens,
    PgBearers bearers,
    PgSignIn signIn,
    PgSetUp setUp,
    PgPasswordChange passwordChange,
    PgAccountChanges accountChanges,
    PgKeys keys,
    PgOutsideAccounts outside) {

  /**
   * For one node.
   *
   * @param publicUrl how programs reach it; known once it serves
   */
  public static PgIdentity of(
      Vertx vertx, Pool pool, Secret secret, PgAudit audit, Supplier<URI> publicUrl) {
    PgAccounts accounts = new PgAccounts(pool);
    PgPasswords passwords = new PgPasswords(vertx, secret);
    PgSessions sessions = new PgSessions(pool, audit, secret);
    PgSigningKeys signingKeys = new PgSigningKeys(pool, audit, secret);
    PgAccessTokens accessTokens =
        new PgAccessTokens(vertx, signingKeys, () -> publicUrl.get().toString());
    PgKeys keys = new PgKeys(pool, audit, secret);
    PgSignIn signIn = new PgSignIn(pool, accounts, passwords, audit, secret);
    PgSetUp setUp = new PgSetUp(pool, accounts, passwords, audit, secret);
    return new PgIdentity(
        accounts,
        passwords,
        sessions,
        new PgRefreshTokens(pool, audit, sessions, secret),
        signingKeys,
        accessTokens,
        new PgBearers(accessTokens, sessions, keys),
        signIn,
        setUp,
        new PgPasswordChange(pool, signIn, passwords, audit),
        new PgAccountChanges(pool, audit, setUp),
        keys,
        new PgOutsideAccounts(pool, audit));
  }
}
