package org.saualnama.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Clients that each send the next request as soon as the last one is answered. */
final class Load {
  /**
   * What a run found.
   *
   * @param byStatus how many answers had which HTTP status
   */
  record Result(Duration duration, Latencies latencies, Map<Integer, Integer> byStatus) {
    double perSecond() {
      return latencies.total() * 1e9 / duration.toNanos();
    }
  }

  private static final long LONGEST_MINUTES = 30;

  private final NetClient client;
  private final int port;
  private final int connections;

  /**
   * Loads one server.
   *
   * @param vertx with a single event loop: nothing here is locked
   */
  Load(Vertx vertx, int port, int connections) {

    this.client = vertx.createNetClient();
    this.port = port;
    this.connections = connections;
  }

  /** Sends for so long. */
  Result run(Supplier<Buffer> requests, Duration duration) throws TimeoutException {
    long end = System.nanoTime() + duration.toNanos();
    return run(requests, () -> System.nanoTime() < end);
  }

  /** Sends so many. */
  Result run(Supplier<Buffer> requests, int count) throws TimeoutException {
    int[] left = {count};
    return run(requests, () -> left[0]-- > 0);
  }

  private Result run(Supplier<Buffer> requests, BooleanSupplier goesOn) throws TimeoutException {
    Latencies latencies = new Latencies();
    Map<Integer, Integer> byStatus = new TreeMap<>();
    long start = System.nanoTime();
    Future<?> all =
        Future.all(
            IntStream.range(0, connections)
                .mapToObj(i -> client.connect(port, "127.0.0.1"))
                .map(
                    connecting ->
                        connecting.compose(
                            socket ->
                                new Conversation(socket, requests, goesOn, latencies, byStatus)
                                    .run()))
                .toList());
    all.await(LONGEST_MINUTES, TimeUnit.MINUTES);
    return new Result(Duration.ofNanos(System.nanoTime() - start), latencies, byStatus);
  }
}
