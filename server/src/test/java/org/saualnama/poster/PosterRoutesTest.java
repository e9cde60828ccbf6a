package org.saualnama.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Who gets a poster, and what doesn't stand on it. */
final class PosterRoutesTest {
  private static final String POSTER = "/studio/surveys/may9-kz/poster/";

  @TempDir private static Path folder;
  private static Node node;
  private static Person author;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
    author = Person.of(node, "author", Grant.of(Role.AUTHOR, "may9-kz"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void itIsForTheSurveysAuthors() {
    assertEquals(200, node.send(author.studio(POSTER + "ru")).statusCode());
    assertEquals(
        403, node.send(author.studio("/studio/surveys/event-feedback/poster/ru")).statusCode());
    assertEquals(303, node.get(POSTER + "ru").statusCode());
  }

  @Test
  void aLanguageOrSurveyThatIsNotThereIsNotFound() {
    assertEquals(404, node.send(author.studio(POSTER + "de")).statusCode());
    assertEquals(404, node.get("/api/v1/surveys/none/qr.svg").statusCode());
    assertEquals(400, node.get("/api/v1/surveys/may9-kz/qr.svg?lang=de").statusCode());
  }

  @Test
  void everySheetIsTheSameSoThatNobodyIsTracked() {
    HttpResponse<String> first = node.send(author.studio(POSTER + "en"));
    assertEquals(first.body(), node.send(author.studio(POSTER + "en")).body());
    assertFalse(first.body().contains("?"), "an address with a parameter could tell sheets apart");
    assertFalse(first.body().contains("<script"));
    assertTrue(first.body().contains("/s/may9-kz/en"));
  }

  @Test
  void aNameInTheCodeCanNotBreakOutOfItsAttribute() {
    String svg = QrSvg.of("https://example.org/", "\"<&");
    assertTrue(svg.contains("aria-label=\"&quot;&lt;&amp;\""), svg);
  }
}
