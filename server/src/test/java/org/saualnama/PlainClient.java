package org.saualnama;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One connection that is kept, by a client that never tries again: what is cut off shows. */
final class PlainClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  /**
   * What was answered.
   *
   * @param last whether the server ends the connection with it
   */
  record Answer(int status, boolean last, String body) {}

  PlainClient(URI server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  Answer post(String path, String key, String body) throws IOException {
    begin(path, key, body);
    return answer();
  }

  /** Sends without waiting for the answer. */
  void begin(String path, String key, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Idempotency-Key: %s
        Content-Length: %d

        """
            .replace("\n", "\r\n");
    socket
        .getOutputStream()
        .write((head.formatted(path, key, bytes.length) + body).getBytes(UTF_8));
  }

  /** Sends without waiting for the answer. */
  void begin(String path) throws IOException {
    String head = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
    socket.getOutputStream().write(head.getBytes(UTF_8));
  }

  /** The answer to what was sent; fails if the connection ends before it has. */
  Answer answer() throws IOException {
    int status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), 12));
    boolean last = false;
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      last |= header.equals("connection: close");
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    return new Answer(status, last, new String(in.readNBytes(length), UTF_8));
  }

  /** The next line. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("cut off after '" + line + "'");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /** All that comes until the server ends the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
