package org.saualnama.analysis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;
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
   * @param format makes the answer, which takes a while too
   */
  <T> Future<T> of(
      AnalysisQuery query,
      String who,
      Map<String, List<String>> parameters,
      Function<Analysis, T> format) {
    AuditEntry entry =
        new AuditEntry(
            who,
            "figures.exact",
            Optional.of(query.version().code()),
            Json.object("reason", query.reason(), "query", parameters));
    return audit.append(entry).compose(noted -> turns.after(() -> of(query, format)));
  }

  /**
   * The same for a page: the figures of one collector in one release.
   *
   * @param parameters as the API takes them, the reason among them
   * @throws org.saualnama.refusal.Refusal (malformed) naming the parameter
   */
  public Future<ExactLook> look(
      SurveyVersion version, String who, Map<String, List<String>> parameters, Texts texts) {
    AnalysisQuery query = AnalysisReading.of(version, parameters);
    Map<String, List<String>> asked = new TreeMap<>(parameters);
    asked.remove("reason");
    return of(query, who, asked, analysis -> ExactLook.of(analysis, texts));
  }

  private <T> Future<T> of(AnalysisQuery query, Function<Analysis, T> format) {
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
