package org.saualnama.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.AnsweredDemo;
import org.saualnama.Chromium;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.results.Reader;
import org.saualnama.studio.StudioBrowser;

/** The workbench in a real browser, before and behind the studio's door. */
final class WorkbenchInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = AnsweredDemo.start(folder, 1_500);
    Person.of(node, "dana", Grant.of(Role.STEWARD, "may9-kz"));
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
    "kk, 320, ''",
    "ru, 320, question=meaning&by=gender&by=age",
    "en, 320, question=meaning&by=region",
    "kk, 1280, question=forms_public.parade&by=age&filter=gender:woman",
    "ru, 1280, question=importance",
    "en, 1280, question=meaning&by=region"
  })
  void everyViewIsDrawnAndNobodyComplains(String language, int width, String query) {
    try (Reader reader = new Reader(chromium, ColorScheme.LIGHT, width)) {
      Page page = reader.open(node.uri("/workbench/may9-kz/" + language + "?" + query));
      assertEquals(language, page.locator("html").getAttribute("lang"));
      reader.seeAll();
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        assertEquals(List.of(), reader.complaints(), colours.name());
        shoot(page, "workbench-%s-%s-%d".formatted(language, colours, width));
      }
    }
  }

  private static void shoot(Page page, String name) {
    if (Boolean.getBoolean("screenshots")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots", name + ".png")));
    }
  }

  @Test
  void withoutScriptsTheFormIsEnough() {
    Browser.NewContextOptions silent = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Reader reader = new Reader(chromium, silent, ColorScheme.LIGHT, 320)) {
      Page page = reader.open(node.uri("/workbench/may9-kz/en"));
      page.locator("#by").selectOption("gender");
      page.locator(".pickers button").click();
      assertTrue(page.url().contains("by=gender"), page.url());
      assertTrue(page.locator(".figure table").isVisible());
      assertTrue(page.locator("#curl").textContent().contains("by=gender"));
    }
  }

  @Test
  void whatCantBeIsSaidBesideItsField() {
    Browser.NewContextOptions lenient = new Browser.NewContextOptions().setBypassCSP(true);
    try (Reader reader = new Reader(chromium, lenient, ColorScheme.DARK, 320)) {
      Page page =
          reader.open(
              node.uri(
                  "/workbench/may9-kz/kk?by=age&by=gender&filter=region:KZ-75&question=meaning"));
      assertTrue(page.locator("#by-fault").isVisible());
      List<String> complaints = reader.complaints();
      complaints.removeIf(words -> words.contains("400") || words.contains("404"));
      assertEquals(List.of(), complaints);
    }
  }

  @Test
  void aStewardSwitchesToExactFiguresAndKeepsAView() {
    try (StudioBrowser steward = StudioBrowser.inspected(chromium, node)) {
      steward.open("/studio?lang=en");
      steward.signIn("dana", Person.PASSWORD);
      steward.open("/studio/surveys/may9-kz/workbench?question=meaning&by=gender");
      steward.press("Switch to exact figures");
      Page page = steward.page();
      page.locator("#reason").fill("To see what weighting does");
      steward.press("Show exact figures");
      assertTrue(page.title().startsWith("EXACT"), page.title());
      assertTrue(page.locator(".exact-banner").isVisible());
      page.locator(".figure").scrollIntoViewIfNeeded();
      Eventually.until("the picture", () -> page.locator(".figure svg").count() == 1);
      assertEquals(List.of(), steward.complaints());
      shoot(page, "workbench-exact");
      page.locator("#weights").selectOption("none");
      steward.press("Show");
      assertEquals("none", page.locator("#weights").inputValue());
      page.locator(".views-kept summary").click();
      page.locator("#name").fill("Unweighted");
      steward.press("Save this view");
      steward.press("Leave exact figures, forget the reason");
      assertEquals(0, page.locator(".exact-banner").count());
      page.locator(".views-kept summary").click();
      steward.press("Unweighted");
      assertTrue(page.locator("#reason").isVisible(), "asked again");
      assertEquals(List.of(), steward.complaints());
    }
  }
}
