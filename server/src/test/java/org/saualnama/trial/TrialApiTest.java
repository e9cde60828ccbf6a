package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** Authors hand out links, read what came of them, and throw it away. */
final class TrialApiTest {
  private static final String SURVEY = "/api/v1/surveys/event-feedback";
  private static final String BOX = SURVEY + "/test-submissions";

  @TempDir private static Path folder;
  private static Node node;
  private static Person author;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
    author = Person.of(node, "author", Grant.of(Role.AUTHOR, "event-feedback"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> order(String survey, String body) {
    return node.send(
        author
            .api("/api/v1/surveys/" + survey + "/trials")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  @Test
  void aTestIsSentReadAndThrownAwayAndTheLogTellsNoAnswer() throws Exception {
    JsonNode link = json(order("event-feedback", "{\"kind\":\"test\",\"language\":\"ru\"}"));
    URI address = URI.create(link.path("link").asText());
    assertTrue(node.get(address.getPath()).body().contains("<html lang=\"ru\">"));
    String path = address.getPath().replaceFirst("/ru$", "");
    new Walker(node, path).walk("en", "usefulness", "4", "comment", "quite secret");
    JsonNode list = json(node.send(author.api(BOX)));
    assertEquals(1, list.path("test_submissions").size(), list::toString);
    assertEquals("4", list.at("/test_submissions/0/answers/usefulness").asText());
    HttpResponse<String> csv = node.send(author.api(BOX).header("Accept", "text/csv"));
    assertTrue(csv.body().startsWith("revision,version,language,answer."), csv.body());
    assertEquals(204, node.send(author.api(BOX).DELETE()).statusCode());
    assertEquals(0, json(node.send(author.api(BOX))).path("test_submissions").size());
    String log = node.query("SELECT line FROM audit_entry").toString();
    assertTrue(log.contains("test_link.create") && log.contains("test_box.empty"), log);
    assertFalse(log.contains("quite secret") || log.contains("usefulness"), log);
    assertFalse(log.contains(path), "a link is as good as a key");
  }

  @Test
  void anAuthorOfAnotherSurveyGetsNeitherLinkNorAnswers() {
    assertEquals(403, order("may9-kz", "{\"kind\":\"preview\"}").statusCode());
    HttpResponse<String> list = node.send(author.api("/api/v1/surveys/may9-kz/test-submissions"));
    assertEquals(403, list.statusCode());
  }

  @Test
  void aWrongOrderNamesTheMember() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"{\"kind\":\"real\"}", "kind"},
          {"{\"kind\":\"test\",\"version\":\"1\"}", "version"},
          {"{\"kind\":\"test\",\"revision\":-1}", "revision"},
          {"{\"kind\":\"test\",\"language\":\"../x\"}", "language"},
          {"{\"kind\":\"test\",\"until\":\"2030-01-01\"}", "body"}
        }) {
      HttpResponse<String> response = order("event-feedback", wrong[0]);
      assertEquals(400, response.statusCode(), wrong[0]);
      assertEquals(wrong[1], json(response).at("/problems/0/field").asText(), wrong[0]);
    }
  }
}
