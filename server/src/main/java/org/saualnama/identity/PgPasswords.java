package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Secret;
import org.saualnama.work.Workroom;

/** Passwords in the database, hashed on a few threads of their own: it is slow on purpose. */
final class PgPasswords {
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 50;

  private static final String SET = "UPDATE account SET password = $2 WHERE account = $1";

  private final Passwords passwords;
  private final Workroom workers;

  PgPasswords(Vertx vertx, Secret secret) {
    this.passwords = new Passwords(secret);
    this.workers = new Workroom(vertx, "passwords", AT_ONCE, MOST_WAITING);
  }

  /** Whether {@code hash} is of {@code password}; the same work where there is no hash. */
  Future<Boolean> match(String password, Optional<String> hash) {
    return workers.of(() -> passwords.matches(password, hash));
  }

  /**
   * The hash of a password that somebody chose.
   *
   * @return fails with a {@link Refusal} if it may not be chosen
   */
  Future<String> hash(AccountName name, String password) {
    return workers.of(
        () -> {
          Passwords.check(name, password);
          return passwords.hash(password);
        });
  }

  static Future<Void> set(SqlConnection transaction, UUID account, String hash) {
    return transaction.preparedQuery(SET).execute(Tuple.of(account, hash)).mapEmpty();
  }
}
