package org.saualnama.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Hangs up on whoever sends a request byte by byte to hold a connection for ever: a time-out for
 * silence never sees them. One for each event loop, and not to be shared.
 *
 * <p>Only a server that doesn't offer HTTP/2 without TLS knows of a connection before its first
 * head has come.
 */
final class Dribblers {
  /** Longer than a connection may be silent: who waited longer for its request sends one slowly. */
  static final Duration LONGEST_HEAD = Duration.ofSeconds(75);

  /** Of a body, so much more or less; a slow phone takes ten seconds for the longest form. */
  static final Duration GRACE = Duration.ofSeconds(60);

  /** Between two looks at them. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final int LEAST_BYTES_PER_SECOND = 512;

  private static final class Arrival {
    /** Since when each is; HTTP/2 has several at once. */
    private final Map<HttpServerRequest, Long> open = new HashMap<>();

    private long idle = System.nanoTime();

    void opens(HttpServerRequest request) {
      forgetAnswered();
      open.put(request, System.nanoTime());
    }

    void forgetAnswered() {
      if (open.keySet().removeIf(Arrival::isAnswered) && open.isEmpty()) {
        idle = System.nanoTime();
      }
    }

    private static boolean isAnswered(HttpServerRequest request) {
      return request.response().closed() || (request.isEnded() && request.response().ended());
    }
  }

  private final Map<HttpConnection, Arrival> arrivals = new HashMap<>();
  private final Duration longestHead;
  private final Duration grace;

  /**
   * Knows nobody yet.
   *
   * @param longestHead from the connection or the last answer to the end of a request's head
   * @param grace until which a body's pace does not matter
   */
  Dribblers(Duration longestHead, Duration grace) {
    this.longestHead = longestHead;
    this.grace = grace;
  }

  /** Looks after them again and again. */
  void watch(Vertx vertx, Duration pause) {
    vertx.setPeriodic(pause.toMillis(), timer -> hangUp());
  }

  void connected(HttpConnection connection) {
    arrivals.put(connection, new Arrival());
  }

  void closed(HttpConnection connection) {
    arrivals.remove(connection);
  }

  /** Notes a request whose head is there, and passes it on. */
  Handler<HttpServerRequest> before(Handler<HttpServerRequest> next) {
    return request -> {
      Arrival arrival = arrivals.get(request.connection());
      if (arrival != null) {
        arrival.opens(request);
      }
      next.handle(request);
    };
  }

  private void hangUp() {
    new ArrayList<>(arrivals.entrySet())
        .stream()
            .filter(entry -> isDribbling(entry.getValue()))
            .forEach(entry -> entry.getKey().close());
  }

  private boolean isDribbling(Arrival arrival) {
    arrival.forgetAnswered();
    return arrival.open.isEmpty()
        ? sofar(arrival.idle).compareTo(longestHead) > 0
        : arrival.open.entrySet().stream()
            .anyMatch(entry -> isSlow(entry.getKey(), entry.getValue()));
  }

  private boolean isSlow(HttpServerRequest request, long since) {
    Duration late = sofar(since).minus(grace);
    return !request.isEnded()
        && !late.isNegative()
        && request.bytesRead() <= late.toMillis() * LEAST_BYTES_PER_SECOND / 1_000;
  }

  private static Duration sofar(long since) {
    return Duration.ofNanos(System.nanoTime() - since);
  }
}
