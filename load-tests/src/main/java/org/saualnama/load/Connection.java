package org.saualnama.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Locale;

/**
 * One connection to the server that is kept, in as little HTTP/1.1 as that takes: whatever the
 * generator computes, it takes from the processors that the server has.
 */
final class Connection {
  private static final String LENGTH = "\r\ncontent-length: ";

  private final NetSocket socket;
  private Promise<Answer> waiting;
  private Buffer received = Buffer.buffer();
  private String head;
  private int whole;

  Connection(NetSocket socket) {
    this.socket = socket;
    socket
        .handler(this::receive)
        .exceptionHandler(this::fail)
        .closeHandler(closed -> fail(new IllegalStateException("the server hung up")));
  }

  /** Asks, and only asks again after the answer. */
  Future<Answer> ask(Buffer request) {
    waiting = Promise.promise();
    socket.write(request).onFailure(this::fail);
    return waiting.future();
  }

  void close() {
    socket.closeHandler(closed -> {});
    socket.close();
  }

  private void fail(Throwable cause) {
    if (waiting != null) {
      waiting.tryFail(cause);
    }
  }

  private void receive(Buffer part) {
    received = received.length() == 0 ? part : received.appendBuffer(part);
    if (head == null && !readHead()) {
      return;
    }
    if (received.length() >= whole) {
      int start = head.length() + 4;
      Answer answer =
          new Answer(
              Integer.parseInt(head, 9, 12, 10),
              head.contains("content-encoding: gzip"),
              received.getBuffer(start, whole));
      received = Buffer.buffer();
      head = null;
      waiting.complete(answer);
    }
  }

  private boolean readHead() {
    String text = received.toString(ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    head = text.substring(0, end).toLowerCase(Locale.ROOT);
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IllegalStateException("an answer without Content-Length");
    }
    int from = at + LENGTH.length();
    int to = head.indexOf("\r\n", from);
    whole = end + 4 + Integer.parseInt(head, from, to < 0 ? head.length() : to, 10);
    return true;
  }
}
