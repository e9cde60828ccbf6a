package org.saualnama.microdata;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.saualnama.submission.Collector;

/**
 * Reads responses batch by batch and writes them on, never faster than they are taken; who hangs up
 * stops the query too.
 */
final class PgResponseRows {
  private static final int BATCH = 1_000;

  // In the order of a hash of the answers, which tells nothing and is the same every time. Two rows
  // that it can't tell apart are the same row. OFFSET 0 keeps PostgreSQL from making the text
  // twice.
  private static final String SELECT =
      """
      SELECT profile, release, answers
      FROM (
        SELECT profile, release, collector, answers::text AS answers
        FROM response JOIN profile USING (survey, profile)
        WHERE survey = $1 AND release <= $2 AND collector = ANY($3)
        OFFSET 0
      ) AS r
      ORDER BY md5(answers)::uuid, collector, release
      """;

  private final Pool pool;
  private final WorkerExecutor worker;

  PgResponseRows(Pool pool, WorkerExecutor worker) {
    this.pool = pool;
    this.worker = worker;
  }

  /** Writes a whole file; {@code head} runs before its first byte. */
  Future<Void> write(
      Taken taken,
      Codebook codebook,
      Download download,
      Runnable head,
      WriteStream<Buffer> to,
      Cancel cancel) {
    Writing writing = new Writing(taken, codebook, download, head, to, cancel);
    if (!taken.query().format().hasRows()) {
      return writing.write(null, false);
    }
    return pool.withTransaction(connection -> writing.run(connection));
  }

  /** One file: its writer lives on the worker's thread, all else on the event loop. */
  private final class Writing {
    private final Tuple tuple;
    private final Download download;
    private final Runnable head;
    private final WriteStream<Buffer> to;
    private final Cancel cancel;
    private final LittleEndian out = new LittleEndian();
    private final RowWriter writer;
    private final Rows rows;
    private final Map<Integer, Integer> collectors;
    private final Map<Integer, Double> weights;
    private boolean begun;

    Writing(
        Taken taken,
        Codebook codebook,
        Download download,
        Runnable head,
        WriteStream<Buffer> to,
        Cancel cancel) {
      MicrodataQuery query = taken.query();
      this.tuple =
          Tuple.tuple()
              .addValue(query.version().code())
              .addValue(taken.release().number())
              .addValue(query.collectors().stream().map(Collector::code).toArray(String[]::new));
      this.download = download;
      this.head = head;
      this.to = to;
      this.cancel = cancel;
      this.writer = query.format().writer(codebook, out);
      this.rows = new Rows(codebook);
      this.collectors = taken.census().places(query.collectors());
      this.weights = taken.weights();
    }

    Future<Void> run(SqlConnection connection) {
      // The connection goes back only when the wish to stop its query has reached the database:
      // later it would stop somebody else's.
      AtomicReference<Future<Void>> stopping = new AtomicReference<>(Future.succeededFuture());
      cancel.by(() -> stopping.set(PgConnection.cast(connection).cancelRequest()));
      Promise<Void> done = Promise.promise();
      connection
          .prepare(SELECT)
          .onSuccess(select -> next(select.cursor(tuple), done))
          .onFailure(done::tryFail);
      return done.future()
          .eventually(
              () -> {
                cancel.by(() -> {});
                return stopping.get().otherwiseEmpty();
              });
    }

    // Not by composing one future with the next: a million rows would be a deep stack.
    private void next(Cursor cursor, Promise<Void> done) {
      if (cancel.wished()) {
        done.tryFail(new CancellationException());
        return;
      }
      cursor
          .read(BATCH)
          .compose(batch -> write(batch, cursor.hasMore()))
          .onSuccess(
              written -> {
                if (cursor.hasMore()) {
                  next(cursor, done);
                } else {
                  done.tryComplete();
                }
              })
          .onFailure(done::tryFail);
    }

    /** Writes a batch, and what stands before the first and after the last. */
    Future<Void> write(RowSet<Row> batch, boolean more) {
      return worker
          .executeBlocking(() -> bytes(batch, more), false)
          .compose(
              bytes -> {
                if (cancel.wished()) {
                  return Future.failedFuture(new CancellationException());
                }
                head(batch);
                return bytes.length == 0
                    ? Future.succeededFuture()
                    : to.write(Buffer.buffer(bytes));
              });
    }

    private void head(RowSet<Row> batch) {
      if (download.written() == 0) {
        head.run();
      }
      download.add(batch == null ? 0 : batch.size());
    }

    private byte[] bytes(RowSet<Row> batch, boolean more) {
      if (!begun) {
        begun = true;
        writer.begin();
      }
      if (batch != null) {
        batch.forEach(row -> writer.row(cells(row)));
      }
      if (!more) {
        if (batch != null && download.written() + batch.size() != download.rows()) {
          throw new IllegalStateException("responses and tallies differ");
        }
        writer.end();
      }
      return out.take();
    }

    private double[] cells(Row row) {
      int profile = row.getInteger("profile");
      return rows.cells(
          collectors.get(profile),
          row.getInteger("release"),
          weights.getOrDefault(profile, Double.NaN),
          row.getString("answers"));
    }
  }
}
