package org.saualnama;

import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Context;
import io.vertx.core.spi.VertxTracerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.saualnama.http.Traffic.Answer;
import org.saualnama.telemetry.CutStep;
import org.saualnama.telemetry.PgSpans;
import org.saualnama.telemetry.TraceSettings;
import org.saualnama.telemetry.Traces;

/** Makes spans of what the features tell; its class is not even loaded where nobody wants them. */
final class Tracing implements AutoCloseable {
  private final Traces traces;
  private final PgSpans spans;
  private final List<CutStep> steps = new ArrayList<>();

  Tracing(TraceSettings settings) {
    this.traces = new Traces(settings);
    this.spans = new PgSpans(traces);
  }

  /** What hears of statements. */
  VertxTracerFactory statements() {
    return spans;
  }

  /** Begins the span of a request of somebody with an account. */
  Consumer<Answer> follow(Context own, String method, String route, String id) {
    return spans
        .begin(own, method, route, id)
        .<Consumer<Answer>>map(
            span ->
                answer -> {
                  span.setAttribute("http.response.status_code", answer.status());
                  if (answer.reason() != null) {
                    span.setAttribute("error.type", answer.reason().code());
                  }
                  if (answer.status() >= 500) {
                    span.setStatus(StatusCode.ERROR);
                  }
                  span.end();
                })
        .orElse(answer -> {});
  }

  /** The release that is being cut comes to {@code step}. */
  synchronized void step(String step) {
    Instant now = Instant.now();
    endStep(now);
    steps.add(new CutStep(step, now, now));
  }

  /** The release that was being cut, if one was, is done or given up. */
  synchronized void released(String survey, boolean fine) {
    endStep(Instant.now());
    traces.release(survey, steps, fine);
    steps.clear();
  }

  private void endStep(Instant now) {
    if (!steps.isEmpty()) {
      CutStep last = steps.remove(steps.size() - 1);
      steps.add(new CutStep(last.name(), last.begin(), now));
    }
  }

  @Override
  public void close() {
    traces.close();
  }
}
