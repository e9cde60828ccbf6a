package org.saualnama.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.postgres.PgOutage;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Speaks every refusal and failure as RFC 9457 problem+json; nothing internal is ever echoed. */
public final class Refusals implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private static final String TOO_LARGE =
      "The body is larger than this address takes: 64 KiB, or 1 MiB for a definition,"
          + " or 2 MiB for a questionnaire from elsewhere.";

  private static final String OUTAGE =
      "The server can't do this right now. Try again in a moment; what you sent may have been done"
          + " already.";

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      response.reset();
      return;
    }
    speak(context, refusal(context));
  }

  /** Answers with {@code refusal}, or with null for a failure of our own. */
  static void speak(RoutingContext context, Refusal refusal) {
    HttpServerResponse response = context.response();
    int status = refusal == null ? 500 : status(refusal.reason());
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    } else if (refusal != null && refusal.retryAfter() > 0) {
      response.putHeader("Retry-After", Long.toString(refusal.retryAfter()));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", refusal == null ? "The server failed" : title(refusal.reason()));
    body.put("status", status);
    if (refusal == null) {
      body.put("request", RequestIds.of(context));
    } else {
      body.put("detail", refusal.getMessage());
      if (!refusal.problems().isEmpty()) {
        body.put("problems", refusal.problems());
      }
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(Json.write(Replies.withNotice(context, body))));
  }

  /** What the failure means to the client, or null if it is our own. */
  public static Refusal refusal(RoutingContext context) {
    Refusal known = known(context);
    if (known != null && known.reason() == Reason.BUSY) {
      context.response().putHeader("Retry-After", "1");
    }
    if (PgOutage.isOne(context.failure()) && !context.response().closed()) {
      Traffic.refused(context, known.reason());
      log(LOG.atWarn(), context).setCause(context.failure()).log("the database can't be asked");
    } else if (known != null) {
      Traffic.refused(context, known.reason());
      log(LOG.atDebug(), context).log("refused: {}", known.reason().code());
    } else if (!context.response().closed()) {
      // A client that went away is no failure of ours.
      log(LOG.atError(), context).setCause(context.failure()).log("failed");
    }
    return known;
  }

  private static Refusal known(RoutingContext context) {
    if (context.failure() instanceof Refusal refusal) {
      return refusal;
    }
    if (PgOutage.isOne(context.failure())) {
      return new Refusal(Reason.BUSY, OUTAGE);
    }
    return switch (context.statusCode()) {
      case 400 -> new Refusal(Reason.MALFORMED, "The request can't be read.");
      case 404 -> new Refusal(Reason.NOT_FOUND, "There is nothing at this address.");
      case 405 -> new Refusal(Reason.NOT_ALLOWED, "This address knows other methods only.");
      case 413 -> new Refusal(Reason.TOO_LARGE, TOO_LARGE);
      case 415 -> new Refusal(Reason.UNSUPPORTED_TYPE, "Send another Content-Type.");
      default -> null;
    };
  }

  /** The route and not the path: a path is somebody's input. So is a refusal's message. */
  private static LoggingEventBuilder log(LoggingEventBuilder event, RoutingContext context) {
    return event
        .addKeyValue("request", RequestIds.of(context))
        .addKeyValue("route", Doors.route(context).orElse("none"));
  }

  /** The HTTP status of each reason. */
  public static int status(Reason reason) {
    return switch (reason) {
      case NOT_FOUND -> 404;
      case NOT_ALLOWED -> 405;
      case MALFORMED -> 400;
      case NOT_SIGNED_IN -> 401;
      case FORBIDDEN -> 403;
      case CONFLICT, PAUSED, CLOSED -> 409;
      case CHANGED_MEANWHILE -> 412;
      case INVALID_SUBMISSION, INVALID_DEFINITION -> 422;
      case NO_PRECONDITION -> 428;
      case TOO_MANY -> 429;
      case UNSUPPORTED_TYPE -> 415;
      case TOO_LARGE -> 413;
      case BUSY -> 503;
    };
  }

  private static String title(Reason reason) {
    return switch (reason) {
      case NOT_FOUND -> "Not found";
      case NOT_ALLOWED -> "Method not allowed";
      case MALFORMED -> "The request is malformed";
      case NOT_SIGNED_IN -> "Sign in first";
      case FORBIDDEN -> "Not allowed";
      case TOO_MANY -> "Too many tries";
      case INVALID_SUBMISSION -> "The submission breaks rules of the survey";
      case INVALID_DEFINITION -> "The definition has problems";
      case CONFLICT -> "Not in this state";
      case CHANGED_MEANWHILE -> "Changed meanwhile";
      case NO_PRECONDITION -> "A precondition is required";
      case UNSUPPORTED_TYPE -> "Unsupported media type";
      case TOO_LARGE -> "Too large";
      case PAUSED -> "The survey is paused";
      case CLOSED -> "The survey is closed";
      case BUSY -> "Busy";
    };
  }
}
