package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/** What becomes of changed and broken definitions on a server that has published them. */
final class VersionsTest {
  private static final String TITLE = "Feedback on the event";
  private static final Map<String, Object> BODY = Node.submission(Map.of("usefulness", "4"));

  @TempDir private Path folder;
  private final DatabaseUrl database = TestDatabase.create();

  @Test
  void anUnchangedFileMakesNoNewVersionAndARewordedOneDoes() {
    assertEquals("1", versionsAfter(TITLE, TITLE));
    assertEquals("1", versionsAfter(TITLE, TITLE));
    assertEquals("2", versionsAfter(TITLE, "What did you think of the event?"));
    assertEquals(
        "1",
        Node.query(
                database,
                "SELECT count(*) FROM survey_version WHERE definition LIKE '%" + TITLE + "%'")
            .get(0)
            .get(0));
  }

  @Test
  void aRemovedCodeIsRefusedAndThePublishedVersionIsServed() {
    assertEquals("1", versionsAfter(TITLE, TITLE));
    Path defs = TestDefs.eventFeedback(folder, "code: talks", "code: speeches");
    try (Node node = Node.start(database, folder, defs, false)) {
      assertEquals("1", node.value("SELECT max(version) FROM survey_version"));
      String served = node.get("/api/v1/surveys/event-feedback").body();
      assertTrue(served.contains("\"talks\"") && !served.contains("speeches"), served);
      assertEquals(201, node.submit("event-feedback", UUID.randomUUID(), BODY).statusCode());
    }
  }

  @Test
  void aWordingTakenBackIsANewVersionOfItsOwn() {
    assertEquals("1", versionsAfter(TITLE, TITLE));
    assertEquals("2", versionsAfter(TITLE, "Reworded"));
    Path defs = TestDefs.eventFeedback(folder, TITLE, TITLE);
    try (Node node = Node.start(database, folder, defs, false)) {
      assertTrue(node.get("/api/v1/surveys/event-feedback").body().contains("\"version\":3"));
    }
  }

  @Test
  void answersToAnEarlierVersionAreStillTaken() {
    assertEquals("1", versionsAfter(TITLE, TITLE));
    Path defs = TestDefs.eventFeedback(folder, TITLE, "Reworded");
    try (Node node = Node.start(database, folder, defs, false)) {
      assertTrue(node.get("/api/v1/surveys/event-feedback").body().contains("\"version\":2"));
      assertEquals(201, node.submit("event-feedback", UUID.randomUUID(), BODY).statusCode());
    }
  }

  @Test
  void aSurveyWithAProblemIsNotServedAndTheOthersAre() throws Exception {
    Path defs = TestDefs.eventFeedback(folder, TITLE, TITLE);
    String may9 = Files.readString(TestDefs.shipped().resolve("may9-kz.yaml"));
    Files.writeString(defs.resolve("may9-kz.yaml"), may9.replace("core: meaning", "core: nothing"));
    Files.writeString(defs.resolve("torn.yaml"), "survey: [torn");
    try (Node node = Node.start(database, folder, defs, false)) {
      String served = node.get("/api/v1/surveys").body();
      assertTrue(served.contains("event-feedback"));
      assertFalse(served.contains("may9-kz"));
      assertEquals(404, node.get("/api/v1/surveys/may9-kz").statusCode());
    }
  }

  private String versionsAfter(String text, String replacement) {
    Path defs = TestDefs.eventFeedback(folder, text, replacement);
    try (Node node = Node.start(database, folder, defs, false)) {
      return node.value("SELECT count(*) FROM survey_version");
    }
  }
}
