package org.saualnama.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to a collector: of what people with accounts ask for and of releases, with nothing of
 * who asked and none of the values. What a respondent does never comes here. Safe for threads.
 */
public final class Traces implements AutoCloseable {
  /** A collector that doesn't answer is given up: spans are lost, and nobody waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What is not sent by then is lost: a node that stops has ten seconds for all. */
  private static final long FAREWELL_SECONDS = 1;

  private final double ratio;
  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /** Sends to the collector that {@code settings} name. */
  public Traces(TraceSettings settings) {
    this.ratio = settings.ratio();
    ExporterLog.listen();
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.address())
            .setTimeout(PATIENCE)
            .setRetryPolicy(null)
            .build();
    // Not the SDK's own description of where it runs, which grows with its versions.
    Attributes node =
        Attributes.builder()
            .put("service.name", settings.service())
            .put("service.instance.id", UUID.randomUUID().toString())
            .build();
    this.provider =
        SdkTracerProvider.builder()
            .setResource(Resource.create(node))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter).setExporterTimeout(PATIENCE).build())
            .build();
    this.tracer = provider.get("saualnama");
  }

  /**
   * The span of a request, if it is one of those that are traced.
   *
   * @param route the pattern, never the path
   * @param request as it was named by us
   */
  Optional<Span> request(String method, String route, String request) {
    return ThreadLocalRandom.current().nextDouble() >= ratio
        ? Optional.empty()
        : Optional.of(
            tracer
                .spanBuilder(method + " " + route)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", method)
                .setAttribute("http.route", route)
                .setAttribute("saualnama.request", request)
                .startSpan());
  }

  /** The span of one statement within {@code parent}; {@code sql} has no values. */
  Span statement(Span parent, String sql) {
    return tracer
        .spanBuilder(sql.split(" ", 2)[0])
        .setParent(Context.root().with(parent))
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("db.system.name", "postgresql")
        .setAttribute("db.query.text", sql)
        .startSpan();
  }

  /**
   * A release is done, or was given up. Its statements have no spans: their number would count the
   * newcomers.
   */
  public void release(String survey, List<CutStep> steps, boolean fine) {
    if (steps.isEmpty()) {
      return;
    }
    Span whole =
        tracer
            .spanBuilder("release")
            .setNoParent()
            .setStartTimestamp(steps.get(0).begin())
            .setAttribute("saualnama.survey", survey)
            .startSpan();
    Context context = Context.root().with(whole);
    for (CutStep step : steps) {
      tracer
          .spanBuilder(step.name())
          .setParent(context)
          .setStartTimestamp(step.begin())
          .startSpan()
          .end(step.end());
    }
    if (!fine) {
      whole.setStatus(StatusCode.ERROR);
    }
    whole.end(steps.get(steps.size() - 1).end());
  }

  /** Sends what is left, for as long as a node that stops has time for. */
  @Override
  public void close() {
    provider.shutdown().join(FAREWELL_SECONDS, TimeUnit.SECONDS);
  }
}
