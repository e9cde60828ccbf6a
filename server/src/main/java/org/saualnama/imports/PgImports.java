package org.saualnama.imports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;

/** Takes a file in whole: its interviews, the record of it and its audit entry, or nothing. */
public final class PgImports {
  /** Each holds a connection for as long as its sender takes. */
  private static final int AT_ONCE = 3;

  // Only now, and not while the file came in: nobody who closes the survey waits for a slow sender.
  // FOR SHARE against the UPDATE of closing: what is taken is there for the last release. Not
  // now(),
  // which is when the file began to come in.
  private static final String TAKES =
      """
      SELECT state IN ('open', 'paused') AND (closes IS NULL OR closes > clock_timestamp())
      FROM survey WHERE survey = $1 FOR SHARE
      """;

  // Waits for the same file, if another connection is just taking it in.
  private static final String RECORD =
      """
      INSERT INTO import (import, survey, collector, taken, refused) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING
      """;

  private static final String KNOWN = "SELECT taken, refused FROM import WHERE import = $1";

  /** Undoes what a file brought that was taken in before. */
  private static final class Repeated extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ImportReport report;

    Repeated(ImportReport report) {
      super("taken in before", null, false, false);
      this.report = report;
    }
  }

  private final Pool pool;
  private final PgAudit audit;
  private final AtomicInteger underway = new AtomicInteger();

  public PgImports(Pool pool, PgAudit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /**
   * Takes one file in, or tells what was made of it before.
   *
   * @param who sends it
   * @param bringing reads all of the file and adds what it has
   * @return fails with a {@link Refusal} if nothing of it is taken
   */
  Future<ImportReport> take(
      ImportReading reading, String who, Function<PgImportedRows, Future<Void>> bringing) {
    if (underway.incrementAndGet() > AT_ONCE) {
      underway.decrementAndGet();
      return Future.failedFuture(
          new Refusal(Reason.BUSY, "Other files are being taken in. Send yours in a moment."));
    }
    return pool.withTransaction(transaction -> take(transaction, reading, who, bringing))
        .recover(
            failure ->
                failure instanceof Repeated repeated
                    ? Future.succeededFuture(repeated.report)
                    : Future.failedFuture(failure))
        .onComplete(done -> underway.decrementAndGet());
  }

  private Future<ImportReport> take(
      SqlConnection transaction,
      ImportReading reading,
      String who,
      Function<PgImportedRows, Future<Void>> bringing) {
    PgImportedRows rows = new PgImportedRows(transaction, reading.order().survey());
    return bringing
        .apply(rows)
        .compose(read -> rows.end())
        .compose(stored -> judge(transaction, reading, Buffer.buffer(reading.hash()), who));
  }

  private Future<ImportReport> judge(
      SqlConnection transaction, ImportReading reading, Buffer hash, String who) {
    ImportOrder order = reading.order();
    ImportReport report = reading.report();
    return transaction
        .preparedQuery(TAKES)
        .execute(Tuple.of(order.survey()))
        .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean(0))
        .compose(
            takes ->
                known(transaction, hash, report)
                    .compose(
                        before -> {
                          before.ifPresent(PgImports::repeat);
                          refuse(order, report, takes);
                          return report.taken() == 0
                              ? Future.succeededFuture(report)
                              : record(transaction, order, report, hash, who);
                        }));
  }

  private static void refuse(ImportOrder order, ImportReport report, boolean takes) {
    if (!takes) {
      throw new Refusal(Reason.CLOSED, "This survey has ended and takes no interviews.");
    }
    if (order.all() && report.refused() > 0) {
      throw new Refusal(
          Reason.INVALID_SUBMISSION,
          ("Nothing was taken: %d of %d rows break rules of the survey. Mend them, or send the file"
                  + " with refused=report to take the others.")
              .formatted(report.refused(), report.taken() + report.refused()),
          report.problems());
    }
  }

  private Future<ImportReport> record(
      SqlConnection transaction, ImportOrder order, ImportReport report, Buffer hash, String who) {
    Tuple row =
        Tuple.of(hash, order.survey(), order.collector().code(), report.taken(), report.refused());
    return transaction
        .preparedQuery(RECORD)
        .execute(row)
        .compose(
            rows ->
                rows.rowCount() == 0
                    ? known(transaction, hash, report).map(before -> repeat(before.orElseThrow()))
                    : audit.append(transaction, entry(order, report, who)).map(report));
  }

  private static AuditEntry entry(ImportOrder order, ImportReport report, String who) {
    Map<String, Object> detail =
        Json.object(
            "collector", order.collector().kind().code(),
            "wave", order.collector().wave(),
            "taken", report.taken(),
            "refused", report.refused());
    return new AuditEntry(who, "survey.import", Optional.of(order.survey()), detail);
  }

  /** The numbers of the first time; the problems are found again, for its answer may be lost. */
  private static Future<Optional<ImportReport>> known(
      SqlConnection transaction, Buffer hash, ImportReport now) {
    List<Problem> problems = now.problems();
    return transaction
        .preparedQuery(KNOWN)
        .execute(Tuple.of(hash))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(new ImportReport(false, row.getLong(0), row.getLong(1), problems));
            });
  }

  private static ImportReport repeat(ImportReport before) {
    throw new Repeated(before);
  }
}
