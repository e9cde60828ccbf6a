package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saualnama.access.Caller;
import org.saualnama.access.Grant;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Digest;

/**
 * Accounts of people whom an outside provider vouches for; it says at each sign-in what they may.
 */
public final class PgOutsideAccounts {
  private static final String KNOWN =
      "SELECT account FROM outside_account WHERE issuer = $1 AND subject = $2";

  private static final String NAME =
      """
      INSERT INTO account (account, name, name_key) VALUES ($1, $2, $3)
      ON CONFLICT (name_key) DO NOTHING
      """;

  private static final String LINK =
      "INSERT INTO outside_account (issuer, subject, account) VALUES ($1, $2, $3)";

  /**
   * Whom the provider vouches for.
   *
   * @param name what it calls them; wished for here, and made unlike any that is taken
   */
  public record Outsider(String issuer, String subject, String name) {}

  private final Pool pool;
  private final PgAudit audit;

  PgOutsideAccounts(Pool pool, PgAudit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /**
   * The account of somebody who signs in, with {@code grants} and no others from now on.
   *
   * @return fails with a {@link Refusal} (forbidden) if nothing is granted, or it is disabled here
   */
  public Future<Account> signIn(Outsider outsider, Set<Grant> grants) {
    return pool.withTransaction(
            transaction ->
                transaction
                    .query(PgAccountChanges.LOCK)
                    .execute()
                    .compose(locked -> known(transaction, outsider))
                    .compose(
                        id ->
                            id.isEmpty() && !grants.isEmpty()
                                ? add(transaction, outsider).map(Optional::of)
                                : Future.succeededFuture(id))
                    .compose(
                        id ->
                            id.isEmpty()
                                ? Future.succeededFuture(Optional.<Account>empty())
                                : grant(transaction, id.get(), grants)))
        .map(
            account ->
                account
                    .filter(found -> !found.disabled() && !grants.isEmpty())
                    .orElseThrow(PgOutsideAccounts::nothing));
  }

  /** Who sends an access token: no more than it says, under the account that belongs to it. */
  public Future<Caller> caller(Outsider outsider, Set<Grant> grants) {
    return pool.withConnection(connection -> known(connection, outsider))
        .compose(
            id ->
                id.isEmpty()
                    ? signIn(outsider, grants)
                    : PgAccounts.find(pool, id.get()).map(Optional::orElseThrow))
        .map(
            account -> {
              if (account.disabled() || grants.isEmpty()) {
                throw nothing();
              }
              return new Caller(account.id(), account.name(), grants);
            });
  }

  private static Refusal nothing() {
    return new Refusal(
        Reason.FORBIDDEN, "Nothing is granted here to this account of the outside provider.");
  }

  private static Future<Optional<UUID>> known(SqlConnection connection, Outsider outsider) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(outsider.issuer(), outsider.subject()))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID(0)));
  }

  private Future<UUID> add(SqlConnection transaction, Outsider outsider) {
    UUID id = UUID.randomUUID();
    AccountName wished = wished(outsider);
    return name(transaction, id, wished)
        .compose(
            named ->
                named
                    ? Future.succeededFuture(true)
                    : name(transaction, id, unlike(wished, outsider)))
        .compose(
            named ->
                transaction
                    .preparedQuery(LINK)
                    .execute(Tuple.of(outsider.issuer(), outsider.subject(), id)))
        .compose(
            linked ->
                audit.append(
                    transaction,
                    new AuditEntry(
                        AccountName.SERVER,
                        "account.outside",
                        Optional.empty(),
                        Map.of("account", id, "issuer", outsider.issuer()))))
        .map(id);
  }

  private static Future<Boolean> name(SqlConnection transaction, UUID id, AccountName name) {
    return transaction
        .preparedQuery(NAME)
        .execute(Tuple.of(id, name.text(), name.key()))
        .map(rows -> rows.rowCount() == 1);
  }

  private static AccountName wished(Outsider outsider) {
    String plain = outsider.name().replaceAll("[^\\p{L}\\p{M}\\p{N}._@-]", "");
    try {
      return AccountName.checked(plain.substring(0, Math.min(plain.length(), 50)));
    } catch (Refusal unfit) {
      return unlike(new AccountName("outside"), outsider);
    }
  }

  /** Somebody of the same name has it already: theirs stays, and this one is told apart. */
  private static AccountName unlike(AccountName wished, Outsider outsider) {
    String whole = outsider.issuer() + "\n" + outsider.subject();
    byte[] hash = Digest.sha256(whole.getBytes(StandardCharsets.UTF_8));
    return AccountName.checked(wished.text() + "-" + HexFormat.of().formatHex(hash, 0, 5));
  }

  private Future<Optional<Account>> grant(SqlConnection transaction, UUID id, Set<Grant> grants) {
    return PgAccounts.find(transaction, id)
        .compose(
            found -> {
              Account before = found.orElseThrow();
              if (before.grants().equals(grants)) {
                return Future.succeededFuture(found);
              }
              Map<String, ?> detail =
                  Map.of(
                      "name", before.name(),
                      "before", Map.of("roles", Grants.codes(before.grants())),
                      "after", Map.of("roles", Grants.codes(grants)));
              return PgAccountChanges.replaceGrants(transaction, id, grants)
                  .compose(
                      done ->
                          audit.append(
                              transaction,
                              new AuditEntry(
                                  AccountName.SERVER, "account.change", Optional.empty(), detail)))
                  .compose(told -> PgAccounts.find(transaction, id));
            });
  }
}
