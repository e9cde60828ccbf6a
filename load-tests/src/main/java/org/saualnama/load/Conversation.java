package org.saualnama.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One connection's requests and answers, in as little HTTP/1.1 as that takes. */
final class Conversation {
  private static final String LENGTH = "content-length: ";

  private final NetSocket socket;
  private final Supplier<Buffer> requests;
  private final BooleanSupplier goesOn;
  private final Latencies latencies;
  private final Map<Integer, Integer> byStatus;
  private final Promise<Void> over = Promise.promise();
  private Buffer received = Buffer.buffer();
  private long sentAt;

  Conversation(
      NetSocket socket,
      Supplier<Buffer> requests,
      BooleanSupplier goesOn,
      Latencies latencies,
      Map<Integer, Integer> byStatus) {
    this.socket = socket;
    this.requests = requests;
    this.goesOn = goesOn;
    this.latencies = latencies;
    this.byStatus = byStatus;
  }

  /** Until it no longer goes on; fails if the server hangs up. */
  Future<Void> run() {
    socket
        .handler(this::receive)
        .exceptionHandler(over::tryFail)
        .closeHandler(closed -> over.tryFail("the server hung up"));
    sendNext();
    return over.future();
  }

  private void sendNext() {
    if (goesOn.getAsBoolean()) {
      sentAt = System.nanoTime();
      socket.write(requests.get()).onFailure(over::tryFail);
    } else {
      over.tryComplete();
      socket.close();
    }
  }

  private void receive(Buffer part) {
    received = received.length() == 0 ? part : received.appendBuffer(part);
    String text = received.toString(StandardCharsets.ISO_8859_1);
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0 || text.length() < headEnd + 4 + length(text.substring(0, headEnd))) {
      return;
    }
    latencies.add(System.nanoTime() - sentAt);
    byStatus.merge(Integer.parseInt(text.substring(9, 12)), 1, Integer::sum);
    received = Buffer.buffer();
    sendNext();
  }

  private static int length(String head) {
    int start = head.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
    int end = head.indexOf("\r\n", start);
    return Integer.parseInt(head.substring(start, end < 0 ? head.length() : end));
  }
}
