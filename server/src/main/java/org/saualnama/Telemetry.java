package org.saualnama;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.saualnama.http.Traffic;
import org.saualnama.http.Traffic.Answer;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.release.CutWatch;
import org.saualnama.release.PgPublication;
import org.saualnama.submission.BoxWatch;
import org.saualnama.telemetry.Metrics;
import org.saualnama.telemetry.MetricsVerticle;

/** Hears from the features how they do, and tells it to who watches the server, if anybody does. */
final class Telemetry implements BoxWatch, CutWatch {
  private static final long LOOK_MILLIS = 250;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

  private final OperationSettings settings;
  private final Optional<Metrics> metrics;
  private final Optional<Tracing> tracing;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Set<String> surveys = ConcurrentHashMap.newKeySet();
  private volatile long looked = System.nanoTime();
  private final Traffic traffic;
  private MetricsVerticle server;

  Telemetry(OperationSettings settings) {
    this.settings = settings;
    this.metrics =
        settings.metricsPort().isPresent() ? Optional.of(new Metrics()) : Optional.empty();
    this.tracing = settings.traces().map(Tracing::new);
    this.traffic = new Traffic(watches(), tracing.map(one -> one::follow));
  }

  /** What all of the node runs on. */
  Vertx vertx() {
    VertxBuilder vertx = Vertx.builder();
    metrics.ifPresent(one -> MetricsVerticle.meter(vertx, one));
    tracing.ifPresent(one -> vertx.withTracer(one.statements()));
    return vertx.build();
  }

  /** What passes through all servers of the node. */
  Traffic traffic() {
    return traffic;
  }

  private List<Consumer<Answer>> watches() {
    return metrics.stream().map(one -> (Consumer<Answer>) answer -> tell(one, answer)).toList();
  }

  private static void tell(Metrics metrics, Answer answer) {
    String method = METHODS.contains(answer.method()) ? answer.method() : "other";
    metrics.answered(method, answer.route(), answer.nanos());
    if (answer.reason() == Reason.BUSY) {
      metrics.busy();
    } else if (answer.reason() != null) {
      metrics.refused(answer.reason().code());
    } else if (answer.status() == 500) {
      metrics.failed();
    }
  }

  /** Measures on this event loop by how much it is late. */
  void watchLoop(Vertx vertx) {
    metrics.ifPresent(
        one -> {
          long[] before = {System.nanoTime()};
          vertx.setPeriodic(
              LOOK_MILLIS,
              timer -> {
                long now = System.nanoTime();
                long late = now - before[0] - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
                one.lagged(Math.max(0, late));
                before[0] = now;
              });
        });
  }

  /** Serves what it hears, beside {@code app}. */
  Future<Void> listen(App app) {
    return metrics.map(one -> listen(app, one)).orElseGet(Future::succeededFuture);
  }

  private Future<Void> listen(App app, Metrics one) {
    one.coarse("saualnama.intake.waiting", waiting::get);
    one.coarse("saualnama.http.connections", traffic::open);
    one.age("saualnama.news.age", app.refresh::age);
    one.age("saualnama.release.look.age", () -> Duration.ofNanos(System.nanoTime() - looked));
    app.surveys.all().keySet().forEach(survey -> watch(app, one, survey));
    app.releases.onNew((survey, release) -> watch(app, one, survey));
    server = new MetricsVerticle(one, settings.metricsBind(), settings.metricsPort().getAsInt());
    return app.vertx.deployVerticle(server).mapEmpty();
  }

  /** When a survey's figures are from; everybody can see that. */
  private void watch(App app, Metrics one, String survey) {
    app.releases
        .newest(survey)
        .filter(release -> surveys.add(survey))
        .ifPresent(
            release ->
                one.age(
                    "saualnama.release.age",
                    () ->
                        app.releases
                            .newest(survey)
                            .map(
                                newest ->
                                    Duration.between(newest.cutAt().toInstant(), Instant.now()))
                            .orElse(Duration.ZERO),
                    "survey",
                    survey));
  }

  int metricsPort() {
    return server.port();
  }

  @Override
  public void waiting(int change) {
    waiting.addAndGet(change);
  }

  @Override
  public void committed(int counted, long nanos) {
    metrics.ifPresent(
        one -> {
          one.accepted(counted);
          one.committed(nanos);
        });
  }

  @Override
  public void doubtful() {
    metrics.ifPresent(Metrics::doubtful);
  }

  @Override
  public void looked() {
    looked = System.nanoTime();
  }

  @Override
  public void step(String step) {
    tracing.ifPresent(one -> one.step(step));
  }

  @Override
  public void cut(String survey, long nanos) {
    metrics.ifPresent(one -> one.released(nanos));
    tracing.ifPresent(one -> one.released(survey, true));
  }

  @Override
  public void failed(String survey) {
    metrics.ifPresent(Metrics::releaseFailed);
    tracing.ifPresent(one -> one.released(survey, false));
  }

  /** Weights, then rows, each a step of its own. */
  PgPublication publishing(PgPublication weights, PgPublication rows) {
    return weights.saying(() -> step("weights")).then(rows.saying(() -> step("rows")));
  }

  /** May take a second, for what was not sent yet. */
  void close() {
    tracing.ifPresent(Tracing::close);
    metrics.ifPresent(Metrics::close);
  }
}
