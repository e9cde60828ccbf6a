package org.saualnama.analysis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.work.Turns;

/** Looks at exact figures: first into the audit log, then into the answers. */
public final class PgAnalysis {
  private final PgAudit audit;
  private final PgPools pools;
  private final WorkerExecutor worker;
  private final KeptWeights kept = new KeptWeights();
  private final Turns turns = new Turns();

  /** One for all event loops. */
  public PgAnalysis(Vertx vertx, Pool pool, PgAudit audit) {
    this.audit = audit;
    this.pools = new PgPools(pool);
    // One at a time: somebody else's table must not take the cores from those who answer, nor
    // memory and connections, so that the next is not even read before.
    this.worker = vertx.createSharedWorkerExecutor("analysis", 1);
  }

  /**
   * Answers {@code query}, which {@code who} asked in these words.
   *
   * @param parameters as they were sent, for the audit log
   * @param format makes the answer's bytes, which takes a while too
   */
  Future<byte[]> of(
      AnalysisQuery query,
      String who,
      Map<String, List<String>> parameters,
      Function<Analysis, byte[]> format) {
    AuditEntry entry =
        new AuditEntry(
            who,
            "figures.exact",
            Optional.of(query.version().code()),
            Json.object("reason", query.reason(), "query", parameters));
    return audit.append(entry).compose(noted -> turns.after(() -> of(query, format)));
  }

  private Future<byte[]> of(AnalysisQuery query, Function<Analysis, byte[]> format) {
    return pools
        .of(query)
        .compose(
            raw ->
                worker.executeBlocking(
                    () -> {
                      var weighed = raw.stream().map(one -> one.weighed(query, kept)).toList();
                      return format.apply(Analysis.of(query, weighed));
                    },
                    false));
  }
}
