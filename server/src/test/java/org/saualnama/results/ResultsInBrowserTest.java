package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Chromium;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.survey.ShippedSurveys;

/** The readers' pages in a real browser, with figures and before there are any. */
final class ResultsInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), true);
    IntStream.range(0, 300)
        .parallel()
        .mapToObj(i -> new SyntheticRespondent(ShippedSurveys.may9(), i))
        .forEach(r -> node.submit("may9-kz", r.id(), r.submission()));
    Eventually.until(
        "figures", () -> node.get("/results/may9-kz/en").body().contains("All who answered"));
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kk, LIGHT, 320, /results/may9-kz/kk",
    "ru, DARK, 1280, /results/may9-kz/ru",
    "en, LIGHT, 320, /results/may9-kz/en",
    "kk, DARK, 320, /results/event-feedback/kk",
    "ru, LIGHT, 320, /?lang=ru",
    "en, DARK, 320, /results/nothing?lang=en"
  })
  void axeFindsNothingAndNoPageIsWiderThanItsScreen(
      String language, ColorScheme colours, int width, String path) {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBypassCSP(true)
                    .setColorScheme(colours)
                    .setViewportSize(width, 700))) {
      Page page = context.newPage();
      page.navigate(node.uri(path).toString());
      assertEquals(language, page.locator("html").getAttribute("lang"));
      assertTrue(page.locator(".demo").isVisible(), "a demonstration says so");
      assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
      assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }
}
