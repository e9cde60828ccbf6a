package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.AnsweredDemo;
import org.saualnama.Chromium;
import org.saualnama.Node;

/** The readers' pages in a real browser, with figures and before there are any. */
final class ResultsInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = AnsweredDemo.start(folder, 2_000);
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
  @CsvSource({"kk, 320", "ru, 320", "en, 320", "kk, 1280", "ru, 1280", "en, 1280"})
  void everyQuestionIsDrawnAndNobodyComplains(String language, int width) {
    try (Reader reader = new Reader(chromium, ColorScheme.LIGHT, width)) {
      Page page = reader.open(node.uri("/results/may9-kz/" + language));
      assertEquals(language, page.locator("html").getAttribute("lang"));
      assertTrue(page.locator(".demo").isVisible(), "a demonstration says so");
      reader.seeAll();
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        assertEquals(List.of(), reader.complaints(), colours.name());
        shoot(page, "results", language, colours, width);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kk, LIGHT, 320, question=meaning&by=region",
    "ru, DARK, 1280, question=importance",
    "en, LIGHT, 1280, question=forms_public",
    "kk, DARK, 1280, question=forms_public.parade",
    "ru, LIGHT, 320, question=meaning&by=gender&by=age",
    "en, DARK, 320, question=meaning&by=urban_rural"
  })
  void eachQuestionHasAPageOfItsOwnAndOneForOtherSites(
      String language, ColorScheme colours, int width, String query) {
    for (String path : List.of("?", "/embed?")) {
      try (Reader reader = new Reader(chromium, colours, width)) {
        Page page = reader.open(node.uri("/results/may9-kz/" + language + path + query));
        reader.seeAll();
        assertEquals(List.of(), reader.complaints(), path);
        String name = path.replaceAll("\\W", "") + query.replaceAll("\\W", "-");
        shoot(page, name, language, colours, width);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void withoutScriptsTheTablesStandAlone(int width) {
    Browser.NewContextOptions silent = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Reader reader = new Reader(chromium, silent, ColorScheme.LIGHT, width)) {
      Page page = reader.open(node.uri("/results/may9-kz/en"));
      assertEquals(0, page.locator("svg").count());
      for (Locator table : page.locator(".figure table").all()) {
        assertTrue(table.isVisible());
      }
      Locator untold = page.locator("#meaning-by-region .untold, #meaning-by-region .withheld");
      assertTrue(untold.count() > 0, "something is always too small");
      for (Locator words : untold.all()) {
        assertTrue(words.boundingBox().x + words.boundingBox().width <= width, "without scrolling");
      }
    }
  }

  @Test
  void theTableBehindAPictureComesWithAButton() {
    try (Reader reader = new Reader(chromium, ColorScheme.LIGHT, 1280)) {
      Page page = reader.open(node.uri("/results/may9-kz/en"));
      Locator figure = page.locator("#meaning-all");
      assertTrue(figure.locator("table").boundingBox().x < 0, "read aloud, but not seen");
      figure.getByText("Table", new Locator.GetByTextOptions().setExact(true)).click();
      assertTrue(figure.locator("table").boundingBox().x > 0);
      assertFalse(figure.locator(".plot").isVisible());
      figure.getByText("Stacked bars").click();
      assertTrue(figure.locator("svg").isVisible());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertTrue(figure.locator("table").boundingBox().x >= 0, "paper has the table");
      assertEquals(List.of(), reader.complaints());
    }
  }

  @Test
  void aPictureIsSavedWithItsQuestionAndItsSource() throws IOException {
    try (Reader reader = new Reader(chromium, ColorScheme.DARK, 1280)) {
      Page page = reader.open(node.uri("/results/may9-kz/kk"));
      String svg = new String(saved(page, "SVG"), StandardCharsets.UTF_8);
      assertTrue(svg.contains("9 мамыр"), svg);
      assertTrue(svg.contains("1-шығарылым") || svg.contains("-шығарылым"), svg);
      assertFalse(svg.contains("var("), "colours of the page mean nothing elsewhere");
      assertTrue(ImageIO.read(new ByteArrayInputStream(saved(page, "PNG"))).getWidth() > 1_000);
      assertEquals(List.of(), reader.complaints());
    }
  }

  private static byte[] saved(Page page, String format) throws IOException {
    Locator button =
        page.locator("#meaning-all .tools button")
            .filter(new Locator.FilterOptions().setHasText(format));
    Download download = page.waitForDownload(button::click);
    assertEquals("meaning-all." + format.toLowerCase(Locale.ROOT), download.suggestedFilename());
    return Files.readAllBytes(download.path());
  }

  @ParameterizedTest
  @CsvSource({
    "kk, DARK, 320, /results/event-feedback/kk",
    "ru, LIGHT, 320, /?lang=ru",
    "en, DARK, 320, /results/nothing?lang=en"
  })
  void pagesWithoutFiguresAreFineToo(String language, ColorScheme colours, int width, String path) {
    Browser.NewContextOptions lenient = new Browser.NewContextOptions().setBypassCSP(true);
    try (Reader reader = new Reader(chromium, lenient, colours, width)) {
      Page page = reader.open(node.uri(path));
      assertEquals(language, page.locator("html").getAttribute("lang"));
      List<String> complaints = reader.complaints();
      // The page that isn't there, and the icon that a browser asks for where no policy forbids it.
      complaints.removeIf(words -> words.contains("404"));
      assertEquals(List.of(), complaints);
    }
  }

  static void shoot(Page page, String what, String language, ColorScheme colours, int width) {
    if (!Boolean.getBoolean("screenshots")) {
      return;
    }
    String name =
        "%s-%s-%s-%d.png".formatted(what, language, colours.name().toLowerCase(Locale.ROOT), width);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name)));
  }
}
