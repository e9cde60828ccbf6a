package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.Eventually;

/** Whoever sends byte by byte is hung up on; whoever sends all of it is answered. */
final class DribblersTest {
  private static final String HEAD =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n";

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    // A Deployable: on an event loop of its own, as the real one.
    vertx.deployVerticle(context -> listen()).await(1, TimeUnit.MINUTES);
  }

  private Future<?> listen() {
    Dribblers dribblers = new Dribblers(Duration.ofMillis(300), Duration.ofMillis(300));
    dribblers.watch(vertx, Duration.ofMillis(20));
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(dribblers::connected)
            .requestHandler(
                dribblers.before(
                    request -> request.body().onSuccess(body -> request.response().end("read"))));
    return server.listen(0, "127.0.0.1");
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void aHeadThatNeverEndsIsCut() throws Exception {
    try (Socket socket = connect()) {
      say(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
      Eventually.until("hung up", () -> !saysOn(socket));
    }
  }

  @Test
  void aBodyThatNeverEndsIsCut() throws Exception {
    try (Socket socket = connect()) {
      say(socket, HEAD + "\r\n");
      Eventually.until("hung up", () -> !saysOn(socket));
    }
  }

  @Test
  void anAnswerIsGivenOnTheSameConnectionAgainAndAgain() throws Exception {
    try (Socket socket = connect()) {
      for (int i = 0; i < 3; i++) {
        say(socket, HEAD + "\r\n" + "x".repeat(1_000));
        String start = new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
        assertEquals("HTTP/1.1 200 OK", start);
        String rest = "\r\ncontent-length: 4\r\n\r\nread";
        assertEquals(
            rest,
            new String(socket.getInputStream().readNBytes(rest.length()), StandardCharsets.UTF_8));
      }
      assertTrue(socket.isConnected());
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
  }

  private static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** One more byte, if anybody still hears it. */
  private static boolean saysOn(Socket socket) {
    try {
      say(socket, "x");
      return socket.getInputStream().available() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
