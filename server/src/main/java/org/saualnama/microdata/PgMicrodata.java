package org.saualnama.microdata;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/** Hands out microdata: first into the audit log, then into the answers, one file at a time. */
public final class PgMicrodata {
  private final PgAudit audit;
  private final PgCensus census;
  private final PgResponseRows rows;
  private final Texts texts;
  private final AtomicReference<Download> running = new AtomicReference<>();

  /** One for all event loops. */
  public PgMicrodata(Vertx vertx, Pool pool, PgAudit audit, Texts texts) {
    this.audit = audit;
    this.census = new PgCensus(pool);
    // One thread: somebody else's file must not take the cores from those who answer.
    WorkerExecutor worker = vertx.createSharedWorkerExecutor("microdata", 1);
    this.rows = new PgResponseRows(pool, worker);
    this.texts = texts;
  }

  /** What there would be; nothing that needs a reason. */
  public Future<Taken> look(MicrodataQuery query) {
    return census.of(query);
  }

  /** The file that is on its way from this node, if there is one. */
  public Optional<Download> running() {
    return Optional.ofNullable(running.get());
  }

  /**
   * Writes a file, which {@code who} asked for in these words.
   *
   * @param parameters as they were sent, for the audit log
   * @param head told what comes, before the first byte
   * @param notice what this server says of everything
   * @param cancel stops the work
   */
  Future<Void> write(
      MicrodataQuery query,
      String who,
      String reason,
      Map<String, List<String>> parameters,
      Optional<String> notice,
      BiConsumer<Taken, Codebook> head,
      WriteStream<Buffer> to,
      Cancel cancel) {
    Download download = new Download(who, query);
    if (!running.compareAndSet(null, download)) {
      return Future.failedFuture(
          new Refusal(Reason.BUSY, "Another file is being made. Ask again in a few minutes."));
    }
    return census
        .of(query)
        .compose(
            taken ->
                audit
                    .append(entry(taken, who, reason, parameters))
                    .compose(
                        noted -> {
                          Codebook codebook =
                              taken.codebook(new Words(texts, query.language()), notice);
                          download.begin(codebook.rows());
                          return rows.write(
                              taken,
                              codebook,
                              download,
                              () -> head.accept(taken, codebook),
                              to,
                              cancel);
                        }))
        .onComplete(done -> running.set(null));
  }

  private static AuditEntry entry(
      Taken taken, String who, String reason, Map<String, List<String>> parameters) {
    return new AuditEntry(
        who,
        "microdata.take",
        Optional.of(taken.query().version().code()),
        Json.object("reason", reason, "release", taken.release().number(), "query", parameters));
  }
}
