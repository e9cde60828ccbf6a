package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.WeighedFeedback;
import org.saualnama.json.Json;

/** What a second release changes of the first, over HTTP. */
final class CarryForwardTest {
  private static final String SURVEY = "/api/v1/surveys/event-feedback";
  private static final String TABLE = SURVEY + "/breakdown?question=usefulness&lang=en&collector=";

  @TempDir private Path folder;

  @Test
  void whoHasFewerThanTenNewcomersStandsAsBeforeAlsoOnAnotherNodeAndAfterARestart()
      throws IOException {
    try (Node node = WeighedFeedback.start(folder)) {
      String open = body(node, TABLE + "open");
      JsonNode interviews = json(body(node, TABLE + "interviewer:2027-05"));
      WeighedFeedback.sendMore(
          node, folder, Map.of("open", 95, "interviewer:2027-05", 9, "invited", 10));
      waitFor(node, 2);

      assertNotEquals(json(open).path("value"), json(body(node, TABLE + "open")).path("value"));
      JsonNode carried = json(body(node, TABLE + "interviewer:2027-05"));
      assertEquals(interviews.path("value"), carried.path("value"));
      assertEquals(interviews.path("status"), carried.path("status"));
      assertEquals(carried.path("value").size(), carried.at("/extension/as_of").size());
      assertEquals(1, carried.at("/extension/as_of/0").intValue());
      assertEquals("calibrated", carried.at("/extension/weighting").asText());
      weightsStandToo(node);
      othersServeTheSame(node);
    }
  }

  private static void weightsStandToo(Node node) {
    JsonNode collectors = json(body(node, SURVEY + "/releases/2/weighting")).path("collectors");
    assertEquals(3, collectors.size());
    for (JsonNode collector : collectors) {
      boolean few = collector.path("collector").asText().equals("interviewer:2027-05");
      assertEquals(few ? 1 : 2, collector.path("as_of").intValue(), collector::toString);
    }
    assertEquals(40, collectors.path(0).path("respondents").intValue());
    assertEquals(110, collectors.path(1).path("respondents").intValue());
  }

  private void othersServeTheSame(Node node) throws IOException {
    Path defs = folder.resolve("no-defs");
    Files.createDirectories(defs);
    try (Node other = Node.start(node.database(), folder, defs, true)) {
      for (String collector : new String[] {"open", "invited", "interviewer:2027-05"}) {
        assertEquals(body(node, TABLE + collector), body(other, TABLE + collector));
      }
    }
  }

  @Test
  void whatWasCutBeforeIsWithdrawnAndTheNextReleaseReplacesIt() throws IOException {
    try (Node node = WeighedFeedback.start(folder)) {
      asBeforeDisclosureControl(node);
      try (Node later = Node.start(node.database(), folder, defs(), true)) {
        String release = SURVEY + "/releases/1/";
        for (String path :
            new String[] {TABLE + "open", release + "weighting", release + "bundle"}) {
          HttpResponse<String> gone = later.get(path);
          assertEquals(404, gone.statusCode());
          assertTrue(gone.body().contains("What was published is withdrawn"), gone::body);
        }
        JsonNode first = json(body(later, SURVEY + "/releases")).at("/releases/0");
        assertTrue(first.path("withdrawn").booleanValue());
        assertTrue(first.path("why").asText().contains("withdrawn"), first::toString);
        String page = body(later, "/results/event-feedback/en");
        assertTrue(page.contains("The figures that were here are withdrawn"), page);

        WeighedFeedback.sendMore(later, folder, Map.of("open", 100));
        waitFor(later, 2);
        JsonNode releases = json(body(later, SURVEY + "/releases")).path("releases");
        assertTrue(releases.path(0).has("withdrawn"));
        assertTrue(!releases.path(1).has("withdrawn"));
        assertTrue(body(later, "/results/event-feedback/en").contains("All who answered"));
      }
    }
  }

  private Path defs() throws IOException {
    return Files.createDirectories(folder.resolve("no-defs"));
  }

  /** As the migration leaves a release that it found. */
  private static void asBeforeDisclosureControl(Node node) {
    node.query("ALTER TABLE release DISABLE TRIGGER published_for_good");
    node.query("UPDATE release SET withdrawn = true");
    node.query("ALTER TABLE release ENABLE TRIGGER published_for_good");
    node.query("ALTER TABLE published_figure DISABLE TRIGGER published_for_good");
    node.query("DELETE FROM published_figure");
    node.query("ALTER TABLE published_figure ENABLE TRIGGER published_for_good");
  }

  private static void waitFor(Node node, int release) {
    Eventually.until(
        "release " + release + " is served",
        () -> node.get(TABLE + "open").body().contains("\"release\":" + release + ","));
  }

  private static String body(Node node, String path) {
    HttpResponse<String> response = node.get(path);
    assertEquals(200, response.statusCode(), response::body);
    return response.body();
  }

  private static JsonNode json(String text) {
    return Json.readUntrusted(text.getBytes(StandardCharsets.UTF_8));
  }
}
