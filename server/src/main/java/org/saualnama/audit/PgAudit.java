package org.saualnama.audit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/** The audit log in the database. */
public final class PgAudit {
  private static final int PAGE = 500;

  // Writers queue up here until the one before has committed, so that numbers have no gaps. The
  // server's role may not lock the table itself: it would have to be able to change it.
  private static final String LOCK = "SELECT lock_audit()";

  static final String LAST = "SELECT number, line FROM audit_entry ORDER BY number DESC LIMIT 1";

  private static final String INSERT =
      "INSERT INTO audit_entry (number, line, seal) VALUES ($1, $2, $3)";

  private static final String AFTER =
      "SELECT number, line, seal FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2";

  // Not by reading the lines as JSON: one that somebody tampered with may be none.
  private static final String BEFORE =
      """
      SELECT number, line FROM audit_entry
      WHERE number < $1 AND ($3 = '' OR strpos(line, '","survey":"' || $3 || '","detail":') > 0)
      ORDER BY number DESC LIMIT $2
      """;

  private final Pool pool;
  private final Hmac seals;

  public PgAudit(Pool pool, Secret secret) {
    this.pool = pool;
    this.seals = new Hmac(secret.key("audit"));
  }

  /** Adds {@code entry} in the transaction of what it tells of: both are there, or neither. */
  public Future<Void> append(SqlConnection transaction, AuditEntry entry) {
    return transaction
        .query(LOCK)
        .execute()
        .compose(locked -> transaction.query(LAST).execute())
        .compose(
            rows -> {
              Row last = rows.size() == 0 ? null : rows.iterator().next();
              long number = last == null ? 1 : last.getLong("number") + 1;
              String previous = last == null ? Chain.START : Chain.hash(last.getString("line"));
              String line = Chain.line(number, Instant.now(), entry, previous);
              return transaction
                  .preparedQuery(INSERT)
                  .execute(Tuple.of(number, line, Buffer.buffer(seals.of(line))));
            })
        .mapEmpty();
  }

  /** Adds an entry that stands for itself: a look at exact figures. */
  public Future<Void> append(AuditEntry entry) {
    return pool.withTransaction(transaction -> append(transaction, entry));
  }

  /** Entries after {@code number}, oldest first: what an export is made of. */
  public Future<List<Entry>> after(long number) {
    return page(number).map(PgAudit::entries);
  }

  /**
   * At most {@code count} entries before {@code number}, newest first.
   *
   * @param survey of which; empty for all
   */
  public Future<List<Entry>> before(long number, int count, Optional<String> survey) {
    return pool.preparedQuery(BEFORE)
        .execute(Tuple.of(number, count, survey.orElse("")))
        .map(PgAudit::entries);
  }

  /** Walks the whole chain. */
  public Future<Verdict> verify() {
    return verify(new Links(seals));
  }

  private Future<Verdict> verify(Links links) {
    return page(links.number())
        .compose(
            rows -> {
              for (Row row : rows) {
                Optional<String> broken =
                    links.add(
                        row.getLong("number"),
                        row.getString("line"),
                        row.getBuffer("seal").getBytes());
                if (broken.isPresent()) {
                  return Future.succeededFuture(new Verdict(links.number(), links.head(), broken));
                }
              }
              return rows.size() < PAGE
                  ? Future.succeededFuture(
                      new Verdict(links.number(), links.head(), Optional.empty()))
                  : verify(links);
            });
  }

  private Future<RowSet<Row>> page(long after) {
    return pool.preparedQuery(AFTER).execute(Tuple.of(after, PAGE));
  }

  private static List<Entry> entries(RowSet<Row> rows) {
    List<Entry> entries = new ArrayList<>();
    rows.forEach(row -> entries.add(new Entry(row.getLong("number"), row.getString("line"))));
    return entries;
  }
}
