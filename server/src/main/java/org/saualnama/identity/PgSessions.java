package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saualnama.access.Caller;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.secret.Secret;

/** Who is signed in; asked at every request, so that an end or a lost role holds at once. */
public final class PgSessions {
  private static final Duration BROWSER_IDLE = Duration.ofHours(2);
  private static final Duration BROWSER = Duration.ofHours(12);
  private static final Duration API_IDLE = Duration.ofDays(7);
  private static final Duration API = Duration.ofDays(30);

  private static final String START =
      """
      INSERT INTO session (session, account, cookie, idle_end, ends)
      VALUES ($1, $2, $3, now() + make_interval(secs => $4), now() + make_interval(secs => $5))
      """;

  private static final String SWEEP = "DELETE FROM session WHERE least(idle_end, ends) < now()";

  private static final String FIND =
      """
      SELECT s.session, a.account, a.name, %s
      FROM session s JOIN account a USING (account)
      WHERE least(s.idle_end, s.ends) > now() AND NOT a.disabled AND
      """
          .formatted(PgAccounts.GRANTS);

  private static final String BY_ID = FIND + "s.session = $1 AND s.cookie IS NULL";

  // Moves the idle end by whole minutes: not every look is a write.
  private static final String BY_COOKIE =
      """
      WITH seen AS (
        UPDATE session SET idle_end = now() + make_interval(secs => $2)
        WHERE cookie = $1 AND least(idle_end, ends) > now()
          AND idle_end < now() + make_interval(secs => $2) - interval '1 minute'
      )
      """
          + FIND
          + "s.cookie = $1";

  private static final String END = "DELETE FROM session WHERE session = $1";
  private static final String END_ALL = "DELETE FROM session WHERE account = $1";

  private final Pool pool;
  private final PgAudit audit;
  private final Tickets cookies;

  PgSessions(Pool pool, PgAudit audit, Secret secret) {
    this.pool = pool;
    this.audit = audit;
    this.cookies = new Tickets(secret, "cookie");
  }

  /** Begins a browser's session; answers what its cookie holds. */
  public Future<String> startInBrowser(Account account) {
    String cookie = Tickets.fresh();
    return pool.withTransaction(
            transaction -> start(transaction, account, cookies.hash(cookie), BROWSER_IDLE, BROWSER))
        .map(cookie);
  }

  /** Begins a family of refresh tokens. */
  Future<UUID> startOfApi(SqlConnection transaction, Account account) {
    return start(transaction, account, null, API_IDLE, API);
  }

  private Future<UUID> start(
      SqlConnection transaction, Account account, byte[] cookie, Duration idle, Duration whole) {
    UUID session = UUID.randomUUID();
    Tuple row =
        Tuple.of(
            session,
            account.id(),
            cookie == null ? null : Buffer.buffer(cookie),
            (double) idle.toSeconds(),
            (double) whole.toSeconds());
    Map<String, String> detail = Map.of("door", cookie == null ? "api" : "studio");
    return transaction
        .query(SWEEP)
        .execute()
        .compose(swept -> transaction.preparedQuery(START).execute(row))
        .compose(
            started ->
                audit.append(
                    transaction,
                    new AuditEntry(account.name(), "session.start", Optional.empty(), detail)))
        .map(session);
  }

  /** Whose cookie it is. */
  Future<Optional<Signed>> byCookie(String cookie) {
    return pool.preparedQuery(BY_COOKIE)
        .execute(Tuple.of(Buffer.buffer(cookies.hash(cookie)), (double) BROWSER_IDLE.toSeconds()))
        .map(PgSessions::signed);
  }

  /** Whose session of the API it is. */
  Future<Optional<Signed>> byId(UUID session) {
    return pool.preparedQuery(BY_ID).execute(Tuple.of(session)).map(PgSessions::signed);
  }

  /** Ends one session. */
  Future<Void> end(Caller caller, UUID session) {
    return end(caller, END, session, "session.end");
  }

  /** Ends all sessions of {@code caller}, at both doors. */
  public Future<Void> endAll(Caller caller) {
    return end(caller, END_ALL, caller.account(), "session.end-all");
  }

  private Future<Void> end(Caller caller, String sql, UUID which, String act) {
    AuditEntry entry = new AuditEntry(caller.name(), act, Optional.empty(), Map.of());
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(sql)
                .execute(Tuple.of(which))
                .compose(ended -> audit.append(transaction, entry)));
  }

  /** Ends all of an account in a transaction that tells why. */
  static Future<Void> endAll(SqlConnection transaction, UUID account) {
    return transaction.preparedQuery(END_ALL).execute(Tuple.of(account)).mapEmpty();
  }

  private static Optional<Signed> signed(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    Caller caller =
        new Caller(
            row.getUUID("account"),
            row.getString("name"),
            Grants.of(List.of(row.getArrayOfStrings("grants"))));
    return Optional.of(new Signed(caller, Optional.of(row.getUUID("session"))));
  }
}
