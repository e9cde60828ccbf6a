package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Node;
import org.saualnama.WeighedFeedback;
import org.saualnama.texts.Texts;

/** Figures of one collector at a time, each with what may be claimed of it. */
final class CollectorsTest {
  private static final String PAGE = "/results/event-feedback/";
  private static final String TABLE =
      "/api/v1/surveys/event-feedback/breakdown?question=usefulness&lang=";

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void start() throws IOException {
    node = WeighedFeedback.start(folder);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @CsvSource({"kk, Сұхбаттар", "ru, Интервью", "en, Interviews"})
  void thePageShowsTheOpenLinkAndLeadsToTheOthers(String language, String interviews) {
    String page = get(PAGE + language);
    assertTrue(page.contains(say(language, "figures.open")));
    assertTrue(
        page.contains(
            "<a href=\"/results/event-feedback/%s?collector=interviewer:2027-05\">%s, 2027-05</a>"
                .formatted(language, interviews)),
        page);
    assertFalse(page.contains("invited:few"), "too few to be published");
  }

  @ParameterizedTest
  @CsvSource({
    "invited, figures.invited, kk",
    "invited, figures.invited, ru",
    "invited, figures.invited, en",
    "interviewer:2027-05, figures.interviewer, kk",
    "interviewer:2027-05, figures.interviewer, ru",
    "interviewer:2027-05, figures.interviewer, en"
  })
  void anotherCollectorHasItsOwnFiguresAndItsOwnWords(
      String collector, String key, String language) {
    String page = get(PAGE + language + "?collector=" + collector);
    String table = get(TABLE + language + "&collector=" + collector);
    for (String words : new String[] {page, table}) {
      assertTrue(words.contains(say(language, key)), words);
      assertFalse(words.contains(say(language, "figures.open")), words);
    }
    assertTrue(page.contains("&amp;collector=" + collector + "&amp;"), "the CSV is of the same");
    assertTrue(page.contains("/ru?collector=" + collector) || language.equals("ru"), page);
    assertTrue(table.contains("\"collector\":\"" + collector + "\""), table);
    assertTrue(table.contains(collector.equals("invited") ? ",100," : ",40,"), table);
  }

  @Test
  void aCollectorWithoutFiguresIsRefusedWithThoseThereAre() {
    for (String path : new String[] {PAGE + "en?", TABLE + "en&"}) {
      HttpResponse<String> refused = node.get(path + "collector=invited:few");
      assertEquals(400, refused.statusCode(), path);
      assertTrue(
          refused.body().contains("Use one of open, interviewer:2027-05, invited."), refused::body);
    }
  }

  private static String say(String language, String key) {
    return new Texts().text(language, key);
  }

  private static String get(String path) {
    HttpResponse<String> response = node.get(path);
    assertEquals(200, response.statusCode(), response::body);
    return response.body();
  }
}
