package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;

/** What is sent to hurt is refused, and who stands beside it is served. */
final class HostileClientsTest {
  private static final String SURVEY = "event-feedback";
  private static final Object GOOD = Node.submission(Map.of("usefulness", "4"));
  private static final int IDLE = Integer.getInteger("idle", 1_000);

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void deepLongAndUnreadableBodiesAreTheClientsFault() {
    String open =
        "{\"version\":1,\"language\":\"en\",\"consent\":true,\"answers\":{\"usefulness\":";
    assertEquals(400, post("[".repeat(60_000)));
    assertEquals(400, post("{\"a\":".repeat(10_000)));
    assertEquals(400, post(open + "[".repeat(20) + "]".repeat(20) + "}}"));
    assertEquals(400, post(open + "9".repeat(5_000) + "}}"));
    assertEquals(400, post(open + "\"\\u0000\"}}"));
    assertEquals(400, post(open + "\"\\ud83d\"}}"));
    assertEquals(400, post((open + "\"").getBytes(StandardCharsets.UTF_8), 0xC3, 0x28));
    assertEquals(400, post((open + "\"").getBytes(StandardCharsets.UTF_8), 0xED, 0xA0, 0x80));
    assertEquals(413, post(open + "\"" + "x".repeat(70_000) + "\"}}"));
    assertEquals(201, node.submit(SURVEY, UUID.randomUUID(), GOOD).statusCode());
    assertEquals("1", node.value("SELECT count(*) FROM submission"));
  }

  @Test
  void whoConnectsAndSaysNothingIsInNobodysWay() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), node.app().port()));
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(201, node.submit(SURVEY, UUID.randomUUID(), GOOD).statusCode());
      }
      assertEquals("20", node.value("SELECT count(*) FROM submission"));
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  private int post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Followed by bytes that no text has. */
  private int post(byte[] body, int... end) {
    byte[] whole = Arrays.copyOf(body, body.length + end.length);
    for (int i = 0; i < end.length; i++) {
      whole[body.length + i] = (byte) end[i];
    }
    return node.send(
            HttpRequest.newBuilder(node.uri("/api/v1/surveys/" + SURVEY + "/submissions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(whole)))
        .statusCode();
  }
}
