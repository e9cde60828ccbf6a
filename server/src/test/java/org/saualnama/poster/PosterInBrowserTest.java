package org.saualnama.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** The poster as it comes out of a browser: on screen, on paper, and before a phone's camera. */
final class PosterInBrowserTest {
  private static final String POSTER = "/studio/surveys/may9-kz/poster/";
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static Person author;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), false);
    author = Person.of(node, "author", Grant.of(Role.AUTHOR, "may9-kz"));
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

  private static Page page(int width) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setJavaScriptEnabled(true));
    // Named by its address, for a browser takes Secure cookies from localhost only if it says so.
    context.addCookies(
        List.of(
            new Cookie("__Host-session", author.cookie())
                .setUrl("https://localhost/")
                .setSecure(true)));
    return context.newPage();
  }

  private static String url(String path) {
    return "http://localhost:" + node.app().port() + path;
  }

  @ParameterizedTest
  @CsvSource({"kk, 320", "ru, 1280", "en, 320"})
  void itLeadsToTheFormFitsAnyScreenAndOneSheet(String language, int width) throws Exception {
    try (Page page = page(width)) {
      page.navigate(url(POSTER + language));
      Locator code = page.locator(".qr svg");
      assertEquals(url("/s/may9-kz/" + language), Scanner.read(code.screenshot()));
      assertEquals(
          "localhost:" + node.app().port() + "/s/may9-kz/" + language,
          page.locator(".address").textContent());
      assertEquals(List.of(), Barriers.on(page));
      assertEquals(
          width, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "poster-" + language + ".png")));
      String pdf =
          new String(
              page.pdf(
                  new Page.PdfOptions()
                      .setPreferCSSPageSize(true)
                      .setPath(Path.of("target", "poster-" + language + ".pdf"))),
              StandardCharsets.ISO_8859_1);
      assertEquals(1, SHEET.matcher(pdf).results().count());
    }
  }

  @Test
  void whatIsPrintedIsTheSheetAndNothingElse() {
    try (Page page = page(794)) {
      page.navigate(url(POSTER + "kk"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertEquals(0, page.locator(".screen:visible").count());
      assertTrue(
          (Boolean)
              page.evaluate(
                  "document.querySelector('main').scrollHeight"
                      + " <= document.querySelector('main').clientHeight"));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "poster-a4.png")));
    }
  }

  @Test
  void theCodeAloneIsAPictureForAnybody() throws Exception {
    HttpResponse<String> svg = node.get("/api/v1/surveys/may9-kz/qr.svg?lang=ru");
    assertEquals("image/svg+xml", svg.headers().firstValue("Content-Type").orElseThrow());
    try (Page page = page(400)) {
      page.setContent("<body style='margin:0;width:360px'>" + svg.body());
      assertEquals(url("/s/may9-kz/ru"), Scanner.read(page.screenshot()));
    }
  }
}
