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

  // Writers queue up here until the one before has committed, so that numbers have no gaps.
  private static final String LOCK = "LOCK TABLE audit_entry IN SHARE ROW EXCLUSIVE MODE";

  private static final String LAST =
      "SELECT number, line FROM audit_entry ORDER BY number DESC LIMIT 1";

  private static final String INSERT =
      "INSERT INTO audit_entry (number, line, seal) VALUES ($1, $2, $3)";

  private static final String AFTER =
      "SELECT number, line, seal FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2";

  private static final String BEFORE =
      "SELECT line FROM audit_entry WHERE number < $1 ORDER BY number DESC LIMIT $2";

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

  /** Lines after {@code number}, oldest first: what an export is made of. */
  public Future<List<String>> after(long number) {
    return page(number).map(PgAudit::lines);
  }

  /** At most {@code count} lines before {@code number}, newest first. */
  public Future<List<String>> before(long number, int count) {
    return pool.preparedQuery(BEFORE).execute(Tuple.of(number, count)).map(PgAudit::lines);
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

  private static List<String> lines(RowSet<Row> rows) {
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(row.getString("line")));
    return lines;
  }
}
