package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Secret;

/** Links, good once and for an hour, with which somebody sets the password of an account. */
public final class PgSetUp {
  private static final String ADD =
      """
      INSERT INTO set_up_link (hash, account, expires)
      VALUES ($1, $2, now() + interval '1 hour')
      """;

  private static final String DROP_OTHERS =
      "DELETE FROM set_up_link WHERE account IS NOT DISTINCT FROM $1 OR expires < now()";

  private static final String FIND =
      """
      SELECT l.account, a.name FROM set_up_link l LEFT JOIN account a USING (account)
      WHERE l.hash = $1 AND l.expires > now()
      """;

  private static final String USE =
      "DELETE FROM set_up_link WHERE hash = $1 AND expires > now() RETURNING account";

  private static final String MAKE_ADMIN =
      """
      WITH made AS (
        INSERT INTO account (account, name, name_key) VALUES ($1, $2, $3)
        ON CONFLICT (name_key) DO UPDATE SET disabled = false
        RETURNING account
      ), granted AS (
        INSERT INTO account_grant (account, role) SELECT account, 'admin' FROM made
        ON CONFLICT DO NOTHING
      )
      SELECT account FROM made
      """;

  /**
   * Whom a link is for.
   *
   * @param name empty for an admin to be, who chooses it
   */
  public record Invitation(Optional<String> name) {}

  private final Pool pool;
  private final PgAccounts accounts;
  private final PgPasswords passwords;
  private final PgAudit audit;
  private final Tickets tickets;

  PgSetUp(Pool pool, PgAccounts accounts, PgPasswords passwords, PgAudit audit, Secret secret) {
    this.pool = pool;
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.tickets = new Tickets(secret, "set-up");
  }

  /** Where {@code token} is used in a browser. */
  public static URI link(URI publicUrl, String token) {
    return publicUrl.resolve("/studio/set-up/" + token);
  }

  /** The token of a link for the first admin, while nobody can sign in. */
  public Future<Optional<String>> forFirstAdmin() {
    return accounts
        .any()
        .compose(
            any ->
                any ? Future.succeededFuture(Optional.empty()) : add(pool, null).map(Optional::of));
  }

  /** The token of a link for an admin; for the one who sits at the server's own machine. */
  public Future<String> forAdmin() {
    AuditEntry entry =
        new AuditEntry(AccountName.SERVER, "account.admin-link", Optional.empty(), Map.of());
    return pool.withTransaction(
        transaction -> audit.append(transaction, entry).compose(written -> add(transaction, null)));
  }

  /** The token of a link for {@code account}, with which its password is set anew. */
  Future<String> add(UUID account) {
    return add(pool, account);
  }

  Future<String> add(SqlClient client, UUID account) {
    String token = Tickets.fresh();
    return client
        .preparedQuery(ADD)
        .execute(Tuple.of(Buffer.buffer(tickets.hash(token)), account))
        .map(token);
  }

  /** Whom the link of {@code token} is for; empty if it was used, is over, or never was. */
  public Future<Optional<Invitation>> find(String token) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(tickets.hash(token))))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> new Invitation(Optional.ofNullable(row.getString("name")))));
  }

  /**
   * Sets the password of the link's account, and ends its sessions.
   *
   * @param name what an admin to be wants to be called; others are called so already
   * @return fails with a {@link Refusal} if something has to be mended, or the link is no more
   */
  public Future<Account> use(String token, Optional<String> name, String password) {
    return find(token)
        .compose(
            found -> {
              Invitation invitation = found.orElseThrow(PgSetUp::over);
              AccountName chosen = name(invitation, name);
              return passwords
                  .hash(chosen, password)
                  .compose(hash -> pool.withTransaction(t -> use(t, token, chosen, hash)));
            });
  }

  private static AccountName name(Invitation invitation, Optional<String> typed) {
    if (invitation.name().isEmpty()) {
      return AccountName.checked(
          typed.orElseThrow(() -> Refusal.malformed("name", "missing", "Choose a name.")));
    }
    AccountName own = new AccountName(invitation.name().get());
    if (typed.isPresent() && !new AccountName(typed.get()).key().equals(own.key())) {
      throw Refusal.malformed("name", "not_yours", "The link is for " + own.text() + ".");
    }
    return own;
  }

  private Future<Account> use(
      SqlConnection transaction, String token, AccountName name, String hash) {
    return transaction
        .preparedQuery(USE)
        .execute(Tuple.of(Buffer.buffer(tickets.hash(token))))
        .compose(
            rows -> {
              UUID invited = rows.stream().findFirst().orElseThrow(PgSetUp::over).getUUID(0);
              return drop(transaction, invited)
                  .compose(
                      dropped ->
                          invited == null
                              ? makeAdmin(transaction, name)
                              : Future.succeededFuture(invited));
            })
        .compose(account -> finish(transaction, account, hash));
  }

  private static Future<Void> drop(SqlConnection transaction, UUID account) {
    return transaction.preparedQuery(DROP_OTHERS).execute(Tuple.of(account)).mapEmpty();
  }

  private static Future<UUID> makeAdmin(SqlConnection transaction, AccountName name) {
    return transaction
        .preparedQuery(MAKE_ADMIN)
        .execute(Tuple.of(UUID.randomUUID(), name.text(), name.key()))
        .map(rows -> rows.iterator().next())
        .map((Row row) -> row.getUUID("account"));
  }

  private Future<Account> finish(SqlConnection transaction, UUID id, String hash) {
    return PgPasswords.set(transaction, id, hash)
        .compose(set -> PgSessions.endAll(transaction, id))
        .compose(ended -> PgAccounts.find(transaction, id))
        .map(Optional::orElseThrow)
        .compose(
            account ->
                audit
                    .append(
                        transaction,
                        new AuditEntry(
                            account.name(),
                            "account.set-up",
                            Optional.empty(),
                            Map.of("grants", Grants.codes(account.grants()))))
                    .map(account));
  }

  private static Refusal over() {
    return new Refusal(
        Reason.NOT_FOUND, "The link was used already or its hour is over: ask for a new one.");
  }
}
