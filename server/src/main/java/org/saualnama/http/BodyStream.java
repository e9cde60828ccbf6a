package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** A body that is dealt with piece by piece, and read no faster than that. */
public final class BodyStream {
  private static final int PIECE = 256 * 1024;
  private static final long LONGEST = 1L << 30;
  private static final Duration TIME_TO_SEND = Duration.ofMinutes(15);

  private final HttpServerRequest request;
  private final Promise<Void> done = Promise.promise();
  private final long deadline = System.nanoTime() + TIME_TO_SEND.toNanos();
  private Function<Buffer, Future<Void>> taker;
  private Future<Void> dealing = Future.succeededFuture();
  private Buffer piece = Buffer.buffer();
  private long length;
  private boolean over;

  private BodyStream(HttpServerRequest request) {
    this.request = request;
  }

  /**
   * The body of a request through {@link Doors#stream}.
   *
   * @throws Refusal if it is known to be too long, or compressed
   */
  public static BodyStream of(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.getHeader("Content-Encoding") != null) {
      throw new Refusal(Reason.UNSUPPORTED_TYPE, "Send it without a Content-Encoding.");
    }
    String length = request.getHeader("Content-Length");
    if (length != null && length.length() < 19 && Long.parseLong(length) > LONGEST) {
      throw tooLong();
    }
    return new BodyStream(request);
  }

  /**
   * Reads all of it; once.
   *
   * @param each deals with a piece; the next one comes after it
   * @return fails with what a piece failed with, or because the sender went away, but never while a
   *     piece is being dealt with
   */
  public Future<Void> forEach(Function<Buffer, Future<Void>> each) {
    taker = each;
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.exceptionHandler(this::hangUp);
    request.handler(this::gather);
    request.endHandler(end -> deal().onSuccess(dealt -> done.tryComplete()));
    request.resume();
    return done.future();
  }

  private void hangUp(Throwable why) {
    over = true;
    dealing.onComplete(dealt -> done.tryFail(why));
  }

  private void gather(Buffer bytes) {
    if (over) {
      return;
    }
    length += bytes.length();
    piece.appendBuffer(bytes);
    if (length > LONGEST) {
      fail(tooLong());
    } else if (System.nanoTime() > deadline) {
      fail(new Refusal(Reason.TOO_LARGE, "It took too long to come in: send it in parts."));
    } else if (piece.length() >= PIECE) {
      request.pause();
      deal().onSuccess(dealt -> request.resume());
    }
  }

  private Future<Void> deal() {
    Buffer next = piece;
    piece = Buffer.buffer();
    dealing = taker.apply(next).onFailure(this::fail);
    return dealing;
  }

  private void fail(Throwable why) {
    over = true;
    if (!request.isEnded()) {
      request.pause();
    }
    done.tryFail(why);
  }

  private static Refusal tooLong() {
    return new Refusal(Reason.TOO_LARGE, "The body is larger than 1 GiB: send it in parts.");
  }
}
