package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.SurveyFolder;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.authoring.Templates;
import org.saualnama.json.Json;

/** The hints of the form view, for programs. */
final class HintRoutesTest {
  private static final String EVENT = Templates.find("event-feedback").orElseThrow().definition();

  @TempDir static Path folder;
  private static Node node;
  private static Person author;

  @BeforeAll
  static void start() {
    node = Node.start(folder, SurveyFolder.in(folder).folder(), false);
    author = Person.of(node, "aigul", Grant.of(Role.AUTHOR, "lake"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aHintNamesItsQuestionAndTheWayToMendItInTheLanguageThatIsAskedFor() {
    String twice =
        """
        survey: lake
        languages: [en]
        pages:
          - page: one
            questions:
              - {question: swim, type: text, text: {en: "Do you swim and/or fish?"}}
        """;
    JsonNode hint = hints("", twice).at("/hints/0");
    assertEquals("swim", hint.path("question").asText(), hint::toString);
    assertEquals("double_barrelled", hint.path("kind").asText());
    assertTrue(hint.path("message").asText().contains("and/or"), hint::toString);
    assertTrue(hint.path("mend").asText().startsWith("Ask one thing"), hint::toString);
    String russian = hints("?lang=ru", twice).at("/hints/0/mend").asText();
    assertTrue(russian.matches("[А-Я].*"), russian);
  }

  @Test
  void aGoodDefinitionAndWhatIsNoneGiveNoHint() {
    assertEquals(0, hints("", EVENT).path("hints").size());
    for (String none : new String[] {"", "- 1", "pages: 7", "a: [", "pages: [{questions: [x]}]"}) {
      assertEquals(0, hints("", none).path("hints").size(), none);
    }
  }

  @Test
  void aLanguageThatTheStudioDoesNotSpeakIsRefused() {
    HttpResponse<String> refused = send("?lang=xx", EVENT);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("kk, ru, en"), refused::body);
  }

  private static JsonNode hints(String query, String definition) {
    HttpResponse<String> answer = send(query, definition);
    assertEquals(200, answer.statusCode(), answer::body);
    return Json.readUntrusted(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> send(String query, String definition) {
    return node.send(
        author
            .api("/api/v1/definitions/hints" + query)
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(definition)));
  }
}
