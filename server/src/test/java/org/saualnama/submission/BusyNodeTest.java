package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;

final class BusyNodeTest {
  private static final Object GOOD = Node.submission(Map.of("usefulness", "4"));
  private static final Object BAD = Node.submission(Map.of("nonsense", "4"));

  @TempDir Path folder;

  @Test
  void aBusyAnswerSaysWhenToComeBackAndTheSameIsThenCounted() {
    try (Node node = Node.start(folder, TestDefs.shipped(), false)) {
      UUID id = UUID.randomUUID();
      node.query("ALTER TABLE submission RENAME TO away");
      assertBusy(node.submit("event-feedback", id, GOOD));
      node.query("ALTER TABLE away RENAME TO submission");
      assertEquals(201, node.submit("event-feedback", id, GOOD).statusCode());
      assertEquals("1", node.value("SELECT count(*) FROM submission"));
    }
  }

  @Test
  void aRefusalIsNotSpokenBeforeTheReceiptWasLookedFor() {
    try (Node node = Node.start(folder, TestDefs.shipped(), false)) {
      UUID id = UUID.randomUUID();
      node.query("ALTER TABLE receipt RENAME TO away");
      assertBusy(node.submit("event-feedback", id, BAD));
      node.query("ALTER TABLE away RENAME TO receipt");
      assertEquals(422, node.submit("event-feedback", id, BAD).statusCode());
    }
  }

  private static void assertBusy(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals(Optional.of("1"), answer.headers().firstValue("Retry-After"));
    assertEquals(
        Optional.of("application/problem+json"), answer.headers().firstValue("Content-Type"));
  }
}
