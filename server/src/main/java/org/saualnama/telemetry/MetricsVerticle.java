package org.saualnama.telemetry;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands metrics to Prometheus, at an address of its own that the public doesn't reach. */
public final class MetricsVerticle extends VerticleBase {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Metrics metrics;
  private final String bind;
  private final int port;
  private HttpServer server;

  /** Serves at {@code port} of {@code bind}; 0 for any free one. */
  public MetricsVerticle(Metrics metrics, String bind, int port) {
    this.metrics = metrics;
    this.bind = bind;
    this.port = port;
  }

  /** Has a Vert.x tell {@code metrics} of its pools, and of nothing else. */
  public static void meter(VertxBuilder vertx, Metrics metrics) {
    EnumSet<MetricsDomain> others = EnumSet.complementOf(EnumSet.of(MetricsDomain.NAMED_POOLS));
    MicrometerMetricsOptions options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            // Each has its own, were there several in one process.
            .setRegistryName(UUID.randomUUID().toString())
            .setDisabledMetricsCategories(
                others.stream().map(MetricsDomain::toCategory).collect(Collectors.toSet()))
            .setLabels(EnumSet.of(Label.POOL_TYPE, Label.POOL_NAME));
    vertx
        .with(new VertxOptions().setMetricsOptions(options))
        .withMetrics(new MicrometerMetricsFactory(metrics.registry()));
  }

  @Override
  public Future<?> start() {
    server = vertx.createHttpServer().requestHandler(this::tell);
    return server.listen(port, bind);
  }

  public int port() {
    return server.actualPort();
  }

  private void tell(HttpServerRequest request) {
    if (!request.path().equals("/metrics")) {
      request.response().setStatusCode(404).end();
      return;
    }
    vertx
        .executeBlocking(metrics::scrape)
        .onSuccess(text -> request.response().putHeader("Content-Type", TYPE).end(text))
        .onFailure(failure -> request.response().setStatusCode(500).end());
  }
}
