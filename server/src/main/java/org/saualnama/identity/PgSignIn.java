package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Secret;

/** Whether a name and a password belong together, told alike and in the same time for any name. */
public final class PgSignIn {
  // A first failure of a day tells the log how many there were on the last day that had any.
  private static final String LAST_DAY =
      """
      SELECT day::text, tries FROM failed_sign_in WHERE day < current_date
      ORDER BY day DESC LIMIT 1
      """;

  private static final String COUNT =
      """
      INSERT INTO failed_sign_in (day, tries) VALUES (current_date, 1)
      ON CONFLICT (day) DO UPDATE SET tries = failed_sign_in.tries + 1
      RETURNING tries
      """;

  private final Pool pool;
  private final PgAccounts accounts;
  private final PgPasswords passwords;
  private final PgAudit audit;
  private final Throttle byAccount;
  private final Throttle byNetwork;

  PgSignIn(Pool pool, PgAccounts accounts, PgPasswords passwords, PgAudit audit, Secret secret) {
    this.pool = pool;
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.byAccount = throttle(secret, "account", 10, Duration.ofMinutes(1));
    this.byNetwork = throttle(secret, "network", 30, Duration.ofSeconds(20));
  }

  private static Throttle throttle(Secret secret, String of, int tries, Duration each) {
    return new Throttle(secret.key("throttle", of), System::nanoTime, tries, each);
  }

  /**
   * The account of {@code name}, if it has {@code password} and is not disabled.
   *
   * @param network whom to slow down, by the network that they are in
   * @return fails with a {@link Refusal} that never tells which of them was wrong
   */
  Future<Account> check(String name, String password, String network) {
    AccountName known = new AccountName(Json.isStorable(name) ? name : "");
    return Future.succeededFuture()
        .compose(
            begun -> {
              use(byNetwork, network);
              use(byAccount, known.key());
              return accounts.withPassword(known);
            })
        .compose(
            found -> {
              Optional<PgAccounts.WithPassword> usable =
                  found.filter(account -> !account.account().disabled());
              return passwords
                  .match(password, usable.flatMap(PgAccounts.WithPassword::hash))
                  .compose(
                      right -> right ? Future.succeededFuture(usable.orElseThrow()) : failed());
            })
        .map(
            right -> {
              byNetwork.giveBack(network);
              byAccount.giveBack(known.key());
              return right.account();
            });
  }

  private static void use(Throttle throttle, String name) {
    OptionalLong wait = throttle.use(name);
    if (wait.isPresent()) {
      throw Refusal.tooMany(
          "Too many tries. Wait " + wait.getAsLong() + " seconds, then try again.",
          wait.getAsLong());
    }
  }

  private <T> Future<T> failed() {
    return pool.withTransaction(this::count)
        .compose(
            counted ->
                Future.failedFuture(
                    new Refusal(Reason.NOT_SIGNED_IN, "The name or the password is wrong.")));
  }

  private Future<Void> count(SqlConnection transaction) {
    return transaction
        .query(COUNT)
        .execute()
        .compose(
            rows ->
                rows.iterator().next().getLong("tries") > 1
                    ? Future.succeededFuture()
                    : tellOfDayBefore(transaction));
  }

  private Future<Void> tellOfDayBefore(SqlConnection transaction) {
    return transaction
        .query(LAST_DAY)
        .execute()
        .compose(
            rows -> {
              List<AuditEntry> entries =
                  rows.stream()
                      .map(
                          row ->
                              new AuditEntry(
                                  AccountName.SERVER,
                                  "session.failures",
                                  Optional.empty(),
                                  Map.of(
                                      "day", row.getString("day"),
                                      "tries", row.getLong("tries"))))
                      .toList();
              return entries.isEmpty()
                  ? Future.succeededFuture()
                  : audit.append(transaction, entries.get(0));
            });
  }
}
