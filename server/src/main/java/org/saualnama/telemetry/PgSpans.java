package org.saualnama.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Context;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.context.storage.ContextLocal;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Gives statements their spans, and only those that a request sends which is traced itself. What
 * Vert.x would tell by itself of HTTP is told to nobody: it doesn't know yet whose a request is.
 */
public final class PgSpans implements VertxTracer<Void, Span>, VertxTracerFactory {
  /** A request, and how many of its statements had spans. */
  private record Request(Span span, AtomicInteger statements) {}

  private static final ContextLocal<Request> REQUEST = ContextLocal.registerLocal(Request.class);

  /** A download of millions of rows has thousands. */
  private static final int MOST = 100;

  private static final String SQL = "db.query.text";
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Traces traces;

  public PgSpans(Traces traces) {
    this.traces = traces;
  }

  @Override
  public VertxTracer<?, ?> tracer(TracingOptions options) {
    return this;
  }

  /**
   * Begins the span of a request, if it is to have one.
   *
   * @param own the context of the request, which no other has
   * @param route the pattern
   * @param request as it was named by us
   */
  public Optional<Span> begin(Context own, String method, String route, String request) {
    Optional<Span> span = traces.request(method, route, request);
    span.ifPresent(one -> REQUEST.put(own, new Request(one, new AtomicInteger())));
    return span;
  }

  @Override
  public <R> Span sendRequest(
      Context context,
      SpanKind kind,
      TracingPolicy policy,
      R statement,
      String operation,
      BiConsumer<String, String> headers,
      TagExtractor<R> tags) {
    Request request = REQUEST.get(context);
    String sql = request == null || policy == TracingPolicy.IGNORE ? null : sql(statement, tags);
    // What goes on after the answer is nobody's request any more.
    return sql == null
            || !request.span().isRecording()
            || request.statements().incrementAndGet() > MOST
        ? null
        : traces.statement(request.span(), sql);
  }

  @Override
  public <R> void receiveResponse(
      Context context, R answer, Span span, Throwable failure, TagExtractor<R> tags) {
    if (span != null) {
      if (failure != null) {
        // Its message may quote a value.
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", failure.getClass().getName());
      }
      span.end();
    }
  }

  /** In one line and without values, were there any; null for what is no statement. */
  private static <R> String sql(R statement, TagExtractor<R> tags) {
    for (int i = 0; i < tags.len(statement); i++) {
      if (tags.name(statement, i).equals(SQL)) {
        String bare = LITERAL.matcher(tags.value(statement, i)).replaceAll("?");
        return SPACES.matcher(bare).replaceAll(" ").strip();
      }
    }
    return null;
  }
}
