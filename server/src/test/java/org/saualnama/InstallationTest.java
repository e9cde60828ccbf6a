package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/** What a node finds in its database at the start. */
final class InstallationTest {
  private static final Map<String, Object> BODY =
      Node.submission(Map.of("age", "25-34", "region", "KZ-63"));

  @TempDir private Path folder;
  @TempDir private Path other;

  @Test
  void aRestartFindsEveryAnswerAndGivesTheSameReceipt() {
    DatabaseUrl database = TestDatabase.create();
    UUID id = UUID.randomUUID();
    String receipt;
    try (Node first = Node.start(database, folder, TestDefs.shipped(), false)) {
      receipt = first.submit("may9-kz", id, BODY).body();
    }
    try (Node second = Node.start(database, folder, TestDefs.shipped(), false)) {
      assertEquals(receipt, second.submit("may9-kz", id, BODY).body());
      assertEquals("1", second.value("SELECT count(*) FROM submission"));
    }
  }

  @Test
  void aNodeWithAnotherSecretRefusesToStart() {
    DatabaseUrl database = TestDatabase.create();
    Node.start(database, folder, TestDefs.shipped(), false).close();
    refuses("another secret", () -> Node.start(database, other, TestDefs.shipped(), false));
  }

  @Test
  void aDemonstrationNeverMixesWithRealAnswers() {
    DatabaseUrl real = TestDatabase.create();
    Node.start(real, folder, TestDefs.shipped(), false).close();
    refuses("real answers", () -> Node.start(real, folder, TestDefs.shipped(), true));
    DatabaseUrl demo = TestDatabase.create();
    Node.start(demo, other, TestDefs.shipped(), true).close();
    try (Node again = Node.start(demo, other, TestDefs.shipped(), false)) {
      assertTrue(again.get("/api/v1/surveys").body().contains("synthetic demonstration data"));
    }
  }

  @Test
  void aServerThatWritesStatementsDownIsRefused() {
    DatabaseUrl database = TestDatabase.create();
    Node.query(database, "ALTER DATABASE " + database.database() + " SET log_statement = 'all'");
    refuses(
        "log_statement must be none",
        () -> Node.start(database, folder, TestDefs.shipped(), false));
  }

  private static void refuses(String why, Runnable start) {
    String message = assertThrows(IllegalStateException.class, start::run).getMessage();
    assertTrue(message.contains(why), message);
  }
}
