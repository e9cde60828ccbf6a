package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
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
    assertTrue(page.contains(say(language, "figures.weighting.calibrated")), page);
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
      // No weights meet the margins of the invited ones.
      String weighting = collector.equals("invited") ? "none" : "calibrated";
      assertTrue(words.contains(say(language, "figures.weighting." + weighting)), words);
    }
    assertTrue(page.contains("&amp;collector=" + collector + "&amp;"), "the CSV is of the same");
    assertTrue(page.contains("/ru?collector=" + collector) || language.equals("ru"), page);
    assertTrue(table.contains("\"collector\":\"" + collector + "\""), table);
    assertTrue(table.contains(collector.equals("invited") ? ",100," : ",40,"), table);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void thePageSaysInPlainWordsWhatWasDoneToTheFiguresAndWhy(String language) {
    String page = get(PAGE + language);
    for (String key :
        new String[] {"results.protection.title", "figures.noise", "results.banded"}) {
      assertTrue(page.contains(say(language, key)), key);
    }
    assertTrue(page.contains(new Texts().text(language, "results.protection", 10)), page);
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

  @ParameterizedTest
  @CsvSource({"kk, LIGHT", "ru, DARK", "en, LIGHT"})
  void theLinksToTheOthersAreFineOnASmallPhone(String language, ColorScheme colours) {
    Optional<Chromium> chromium = Chromium.start();
    assumeTrue(chromium.isPresent(), "skipped: there is no `chromium` on the PATH");
    try (Chromium started = chromium.get();
        BrowserContext context =
            started
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setBypassCSP(true)
                        .setColorScheme(colours)
                        .setViewportSize(320, 700))) {
      Page page = context.newPage();
      page.navigate(node.uri(PAGE + language).toString());
      page.locator(".collectors a").first().click();
      assertEquals("interviewer:2027-05", page.url().replaceFirst(".*collector=", ""));
      assertEquals(1, page.locator(".collectors [aria-current]").count());
      assertEquals(List.of(), Barriers.on(page));
      assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
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
