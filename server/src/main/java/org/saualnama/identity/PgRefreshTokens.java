package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Secret;

/**
 * Tokens that are good for one use and give the next. An old one seen again means that two people
 * hold the family, so all of it ends.
 */
public final class PgRefreshTokens {
  private static final String INSERT = "INSERT INTO refresh_token (hash, session) VALUES ($1, $2)";

  private static final String FIND =
      """
      SELECT r.session, r.used, s.account FROM refresh_token r JOIN session s USING (session)
      WHERE r.hash = $1 AND least(s.idle_end, s.ends) > now() FOR UPDATE
      """;

  private static final String USE = "UPDATE refresh_token SET used = true WHERE hash = $1";

  private static final String GO_ON =
      "UPDATE session SET idle_end = now() + interval '7 days' WHERE session = $1";

  private static final String END = "DELETE FROM session WHERE session = $1";

  private final Pool pool;
  private final PgAudit audit;
  private final PgSessions sessions;
  private final Tickets tickets;

  PgRefreshTokens(Pool pool, PgAudit audit, PgSessions sessions, Secret secret) {
    this.pool = pool;
    this.audit = audit;
    this.sessions = sessions;
    this.tickets = new Tickets(secret, "refresh");
  }

  /** Begins a session of the API. */
  Future<ApiSession> start(Account account) {
    return pool.withTransaction(
        transaction ->
            sessions
                .startOfApi(transaction, account)
                .compose(session -> next(transaction, session, account)));
  }

  /**
   * Goes on with the session of {@code token}.
   *
   * @return fails with a {@link Refusal} if it is unknown, old or used
   */
  Future<ApiSession> use(String token) {
    Buffer hash = Buffer.buffer(tickets.hash(token));
    return pool.withTransaction(
            transaction ->
                transaction
                    .preparedQuery(FIND)
                    .execute(Tuple.of(hash))
                    .compose(rows -> use(transaction, hash, rows)))
        .map(
            // Refused only here, so that the end of a family is committed.
            next ->
                next.orElseThrow(
                    () ->
                        new Refusal(Reason.NOT_SIGNED_IN, "The session is over: sign in again.")));
  }

  private Future<Optional<ApiSession>> use(
      SqlConnection transaction, Buffer hash, RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Future.succeededFuture(Optional.empty());
    }
    Row row = rows.iterator().next();
    UUID session = row.getUUID("session");
    return PgAccounts.find(transaction, row.getUUID("account"))
        .map(Optional::orElseThrow)
        .compose(
            account ->
                row.getBoolean("used") || account.disabled()
                    ? end(transaction, session, account).map(ended -> Optional.empty())
                    : transaction
                        .preparedQuery(USE)
                        .execute(Tuple.of(hash))
                        .compose(used -> next(transaction, session, account))
                        .map(Optional::of));
  }

  private Future<ApiSession> next(SqlConnection transaction, UUID session, Account account) {
    String token = Tickets.fresh();
    return transaction
        .preparedQuery(INSERT)
        .execute(Tuple.of(Buffer.buffer(tickets.hash(token)), session))
        .compose(inserted -> transaction.preparedQuery(GO_ON).execute(Tuple.of(session)))
        .map(new ApiSession(session, account, token));
  }

  private Future<Void> end(SqlConnection transaction, UUID session, Account account) {
    return transaction
        .preparedQuery(END)
        .execute(Tuple.of(session))
        .compose(
            ended ->
                audit.append(
                    transaction,
                    new AuditEntry(
                        account.name(), "session.refused-reuse", Optional.empty(), Map.of())));
  }
}
