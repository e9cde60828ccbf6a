package org.saualnama.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.saualnama.load.Arrivals.Pace;

/**
 * Clients of one server. They come either as fast as it answers, which finds its limit, or in the
 * open model: at their own pace, whether it answers or not, and a wait for a free connection counts
 * as the server's time, so that no slowness is left out of the figures.
 */
final class Crowd implements AutoCloseable {
  private static final long LONGEST_MINUTES = 30;

  private final Vertx vertx;
  private final NetClient client;
  private final List<Connection> all;
  private final Deque<Connection> free = new ArrayDeque<>();

  private Crowd(Vertx vertx, NetClient client, List<Connection> all) {
    this.vertx = vertx;
    this.client = client;
    this.all = all;
    free.addAll(all);
  }

  /**
   * Connects.
   *
   * @param vertx with a single event loop: nothing here is locked
   */
  static Crowd connect(Vertx vertx, int port, int connections) throws TimeoutException {
    NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    List<Future<Connection>> connecting =
        IntStream.range(0, connections)
            .mapToObj(i -> client.connect(port, "127.0.0.1").map(Connection::new))
            .toList();
    Future.all(connecting).await(1, TimeUnit.MINUTES);
    return new Crowd(vertx, client, connecting.stream().map(Future::result).toList());
  }

  /** Each of the connections makes one visit after the other. */
  Findings closely(Supplier<? extends Visit> visits, Duration duration) throws TimeoutException {
    Findings findings = new Findings();
    long end = System.nanoTime() + duration.toNanos();
    List<Future<Void>> busy = new ArrayList<>();
    for (Connection connection : all) {
      busy.add(
          Future.future(
              done ->
                  vertx.runOnContext(
                      go -> repeat(connection, visits, end, findings).onComplete(done))));
    }
    Future.all(busy).await(LONGEST_MINUTES, TimeUnit.MINUTES);
    findings.ended();
    return findings;
  }

  private Future<Void> repeat(
      Connection connection, Supplier<? extends Visit> visits, long end, Findings findings) {
    if (System.nanoTime() >= end) {
      return Future.succeededFuture();
    }
    return visit(connection, visits.get(), System.nanoTime(), findings)
        .compose(done -> repeat(connection, visits, end, findings));
  }

  /** So many visits begin each second, evenly. */
  Findings openly(Supplier<? extends Visit> visits, double perSecond, Duration duration)
      throws TimeoutException {
    return openly(visits, new Arrivals(new Pace(perSecond, duration)), new Findings());
  }

  /** Visits begin when somebody arrives. */
  <F extends Found> F openly(Supplier<? extends Visit> visits, Arrivals arrivals, F findings)
      throws TimeoutException {
    Future<Void> over =
        Future.future(
            done ->
                vertx.runOnContext(
                    go ->
                        vertx.setPeriodic(
                            1,
                            timer -> {
                              serve(arrivals, visits, findings);
                              if (arrivals.areOver() && free.size() == all.size()) {
                                vertx.cancelTimer(timer);
                                done.complete();
                              }
                            })));
    over.await(LONGEST_MINUTES, TimeUnit.MINUTES);
    findings.ended();
    return findings;
  }

  private void serve(Arrivals arrivals, Supplier<? extends Visit> visits, Found findings) {
    long now = System.nanoTime();
    while (!free.isEmpty() && arrivals.isSomebodyHere(now)) {
      Connection connection = free.poll();
      visit(connection, visits.get(), arrivals.next(), findings)
          .onComplete(
              done -> {
                free.add(connection);
                serve(arrivals, visits, findings);
              });
    }
  }

  private static Future<Void> visit(
      Connection connection, Visit visit, long since, Found findings) {
    return ask(connection, visit, visit.first(), since, findings)
        .onSuccess(done -> findings.visited())
        .recover(
            failure -> {
              findings.failed(failure);
              return Future.succeededFuture();
            });
  }

  private static Future<Void> ask(
      Connection connection, Visit visit, Buffer request, long since, Found findings) {
    long sent = System.nanoTime();
    return connection
        .ask(request)
        .compose(
            answer -> {
              findings.answered(answer.status(), since, sent, System.nanoTime());
              return visit
                  .after(answer)
                  .map(next -> ask(connection, visit, next, System.nanoTime(), findings))
                  .orElseGet(Future::succeededFuture);
            });
  }

  @Override
  public void close() {
    all.forEach(Connection::close);
    client.close();
  }
}
