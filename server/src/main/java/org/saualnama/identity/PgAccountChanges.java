package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.saualnama.access.Caller;
import org.saualnama.access.Grant;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** What an admin does to accounts: never their passwords, and never without an admin left. */
public final class PgAccountChanges {
  // One change at a time: two admins could remove each other otherwise.
  static final String LOCK = "LOCK TABLE account_grant IN SHARE ROW EXCLUSIVE MODE";

  private static final String INSERT =
      """
      INSERT INTO account (account, name, name_key) VALUES ($1, $2, $3)
      ON CONFLICT (name_key) DO NOTHING
      """;

  private static final String REVOKE = "DELETE FROM account_grant WHERE account = $1";

  private static final String GRANT =
      "INSERT INTO account_grant (account, role, survey) VALUES ($1, $2, $3)";

  private static final String DISABLE = "UPDATE account SET disabled = $2 WHERE account = $1";
  private static final String DELETE = "DELETE FROM account WHERE account = $1";

  private static final String ADMIN_LEFT =
      """
      SELECT EXISTS (
        SELECT FROM account a JOIN account_grant g USING (account)
        WHERE g.role = 'admin' AND g.survey IS NULL AND NOT a.disabled AND a.password IS NOT NULL)
      """;

  /**
   * An account for whose owner there is a link.
   *
   * @param token of the link, for {@link PgSetUp}
   */
  public record Invited(Account account, String token) {}

  private final Pool pool;
  private final PgAudit audit;
  private final PgSetUp setUp;

  PgAccountChanges(Pool pool, PgAudit audit, PgSetUp setUp) {
    this.pool = pool;
    this.audit = audit;
    this.setUp = setUp;
  }

  /** Makes an account; fails with a {@link Refusal} if its name is none, or taken. */
  public Future<Invited> create(Caller admin, String name, Set<Grant> grants) {
    UUID id = UUID.randomUUID();
    return alone(
        transaction -> {
          AccountName checked = AccountName.checked(name);
          Map<String, ?> detail =
              Map.of("name", checked.text(), "account", id, "roles", Grants.codes(grants));
          return transaction
              .preparedQuery(INSERT)
              .execute(Tuple.of(id, checked.text(), checked.key()))
              .compose(
                  inserted -> {
                    if (inserted.rowCount() == 0) {
                      throw Refusal.conflict("name", "taken", "Choose another name: it is taken.");
                    }
                    return grant(transaction, id, grants);
                  })
              .compose(granted -> tell(transaction, admin, "account.create", detail))
              .compose(told -> invite(transaction, id));
        });
  }

  /** Gives it these grants and no others, and lets it in or not. */
  public Future<Account> change(Caller admin, UUID id, Set<Grant> grants, boolean disabled) {
    return alone(
        transaction ->
            known(transaction, id)
                .compose(
                    before ->
                        change(transaction, id, grants, disabled)
                            .compose(changed -> adminIsLeft(transaction))
                            .compose(
                                fine ->
                                    tell(
                                        transaction,
                                        admin,
                                        "account.change",
                                        difference(before, grants, disabled))))
                .compose(told -> known(transaction, id)));
  }

  private static Future<Void> change(
      SqlConnection transaction, UUID id, Set<Grant> grants, boolean disabled) {
    return replaceGrants(transaction, id, grants)
        .compose(granted -> transaction.preparedQuery(DISABLE).execute(Tuple.of(id, disabled)))
        .compose(set -> disabled ? PgSessions.endAll(transaction, id) : Future.succeededFuture());
  }

  static Future<Void> replaceGrants(SqlConnection transaction, UUID id, Set<Grant> grants) {
    return transaction
        .preparedQuery(REVOKE)
        .execute(Tuple.of(id))
        .compose(revoked -> grant(transaction, id, grants));
  }

  private static Map<String, ?> difference(Account before, Set<Grant> grants, boolean disabled) {
    return Map.of(
        "name", before.name(),
        "before", Map.of("roles", Grants.codes(before.grants()), "disabled", before.disabled()),
        "after", Map.of("roles", Grants.codes(grants), "disabled", disabled));
  }

  /** Removes it with its sessions and keys; what it did stays in the audit log under its name. */
  public Future<Void> remove(Caller admin, UUID id) {
    return alone(
        transaction ->
            known(transaction, id)
                .compose(
                    account ->
                        transaction
                            .preparedQuery(DELETE)
                            .execute(Tuple.of(id))
                            .compose(deleted -> adminIsLeft(transaction))
                            .compose(
                                fine ->
                                    tell(
                                        transaction,
                                        admin,
                                        "account.remove",
                                        Map.of("name", account.name(), "account", id)))));
  }

  /** Another link: for who lost the first, or the password. */
  public Future<Invited> invite(Caller admin, UUID id) {
    return alone(
        transaction ->
            known(transaction, id)
                .compose(
                    account ->
                        tell(
                            transaction,
                            admin,
                            "account.invite",
                            Map.of("name", account.name(), "account", id)))
                .compose(told -> invite(transaction, id)));
  }

  private Future<Invited> invite(SqlConnection transaction, UUID id) {
    return known(transaction, id)
        .compose(account -> setUp.add(transaction, id).map(token -> new Invited(account, token)));
  }

  private <T> Future<T> alone(Function<SqlConnection, Future<T>> change) {
    return pool.withTransaction(
        transaction ->
            transaction.query(LOCK).execute().compose(locked -> change.apply(transaction)));
  }

  private static Future<Account> known(SqlConnection transaction, UUID id) {
    return PgAccounts.find(transaction, id)
        .map(
            found ->
                found.orElseThrow(
                    () -> new Refusal(Reason.NOT_FOUND, "There is no such account.")));
  }

  private static Future<Void> grant(SqlConnection transaction, UUID id, Set<Grant> grants) {
    List<Tuple> rows =
        grants.stream()
            .map(grant -> Tuple.of(id, grant.role().code(), grant.survey().orElse(null)))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : transaction.preparedQuery(GRANT).executeBatch(rows).mapEmpty();
  }

  private static Future<Void> adminIsLeft(SqlConnection transaction) {
    return transaction
        .query(ADMIN_LEFT)
        .execute()
        .map(
            rows -> {
              if (!rows.iterator().next().getBoolean(0)) {
                throw new Refusal(
                    Reason.CONFLICT,
                    "Nobody would be left who can manage accounts: make another admin first.");
              }
              return null;
            });
  }

  private Future<Void> tell(
      SqlConnection transaction, Caller admin, String act, Map<String, ?> detail) {
    return audit.append(transaction, new AuditEntry(admin.name(), act, Optional.empty(), detail));
  }
}
