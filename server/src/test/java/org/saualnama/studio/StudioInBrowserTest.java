package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** The studio's pages in a real browser: for everybody, on every screen, by keyboard alone. */
final class StudioInBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/studio",
          "/studio/new",
          "/studio/surveys/may9-kz",
          "/studio/surveys/park",
          "/studio/accounts",
          "/studio/accounts/new",
          "/studio/account",
          "/studio/audit",
          "/studio/audit/verdict",
          "/studio/sign-in",
          "/studio/set-up/used",
          "/studio/nothing");

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static String signedIn;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), true);
    Person.of(node, "aigul", Grant.global(Role.ADMIN), Grant.global(Role.AUTHOR));
    try (StudioBrowser browser = StudioBrowser.stranger(chromium, node)) {
      browser.open("/studio/sign-in?lang=en");
      browser.signIn("aigul", Person.PASSWORD);
      assertEquals("/studio", browser.path());
      signedIn = browser.state();
      browser.open("/studio/new");
      browser.page().locator("#code").fill("park");
      browser.press("Create the draft");
    }
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

  static Stream<Arguments> pages() {
    List<Arguments> all = new ArrayList<>();
    List<String> languages = List.of("kk", "ru", "en");
    for (String path : PAGES) {
      int turn = all.size() / 2;
      all.add(Arguments.of(path, languages.get(turn % 3), ColorScheme.LIGHT, 320));
      all.add(Arguments.of(path, languages.get((turn + 1) % 3), ColorScheme.DARK, 1280));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void axeFindsNothingAndNoPageIsWiderThanItsScreen(
      String path, String language, ColorScheme colours, int width) {
    Browser.NewContextOptions screen =
        new Browser.NewContextOptions()
            .setBypassCSP(true)
            .setColorScheme(colours)
            .setViewportSize(width, 700);
    try (StudioBrowser browser = StudioBrowser.of(chromium, node, signedIn, screen)) {
      Page page = browser.open(path + "?lang=" + language);
      assertEquals(language, page.locator("html").getAttribute("lang"));
      assertEquals(path, browser.path(), "not sent elsewhere");
      assertEquals(List.of(), Barriers.on(page));
      assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  @Test
  void noPageBreaksItsOwnPolicy() {
    List<String> complaints = new ArrayList<>();
    try (StudioBrowser browser = admin()) {
      browser.page().onConsoleMessage(message -> complaints.add(message.text()));
      browser.page().onPageError(complaints::add);
      for (String path : PAGES.subList(0, 10)) {
        browser.open(path);
        assertEquals(false, browser.page().evaluate("htmx.config.allowEval"));
      }
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void aWrongPasswordKeepsTheNameAndSaysSoInTheReadersLanguage() {
    try (StudioBrowser browser = StudioBrowser.stranger(chromium, node)) {
      Page page = browser.open("/studio/sign-in");
      browser.signIn("aigul", "not the right password");
      assertTrue(page.locator("#faults").isVisible());
      assertEquals("aigul", page.locator("#name").inputValue());
      assertEquals("", page.locator("#password").inputValue());
      browser.open("/studio/sign-in?lang=ru");
      assertTrue(page.title().contains("Вход"), page.title());
      browser.open("/studio/sign-in");
      assertTrue(page.title().contains("Вход"), "the language is remembered");
    }
  }

  @Test
  void signingInLeadsToThePageThatWasAskedForAndSigningOutClosesIt() {
    try (StudioBrowser browser = StudioBrowser.stranger(chromium, node)) {
      browser.open("/studio/audit?lang=en");
      browser.signIn("aigul", Person.PASSWORD);
      assertEquals("/studio/audit", browser.path());
      browser.press("Sign out");
      assertEquals("/studio/sign-in", browser.path());
      assertTrue(browser.main().contains("signed out"));
      browser.open("/studio/audit");
      assertEquals("/studio/sign-in", browser.path());
    }
  }

  @Test
  void anAdminMakesAnAccountWhoseOwnerChoosesAPasswordByItsLink() {
    String link;
    try (StudioBrowser browser = admin()) {
      Page page = browser.open("/studio/accounts/new?lang=en");
      page.locator("#name").fill("bolat");
      page.locator("#analyst-surveys").fill("may9-kz, event feedback!");
      browser.press("Create the account");
      assertTrue(page.locator("#faults").textContent().contains("feedback!"));
      assertEquals("bolat", page.locator("#name").inputValue(), "nothing typed is lost");
      page.locator("#analyst-surveys").fill("may9-kz, event-feedback");
      browser.press("Create the account");
      link = page.locator("#once").textContent();
    }
    try (StudioBrowser browser = StudioBrowser.stranger(chromium, node)) {
      Page page = browser.page();
      page.navigate(link + "?lang=en");
      choose(browser, "short");
      assertTrue(page.locator("#password-fault").textContent().contains("at least 12"));
      choose(browser, "steppe wind over water");
      assertEquals("/studio", browser.path());
      assertFalse(browser.main().contains("park"), "only surveys of one's roles");
      page.navigate(link);
      assertTrue(browser.main().contains("works once"));
      browser.open("/studio/accounts");
      assertTrue(browser.main().contains("no role that may do this"));
    }
  }

  private static void choose(StudioBrowser browser, String password) {
    browser.page().locator("#password").fill(password);
    browser.page().locator("#again").fill(password);
    browser.press("Set up and sign in");
  }

  @Test
  void aKeyIsShownOnceAndOpensTheApiUntilItIsRevoked() {
    try (StudioBrowser browser = admin()) {
      Page page = browser.open("/studio/account?lang=en");
      page.locator("#name").fill("nightly figures");
      browser.press("Make a key");
      assertTrue(page.locator("#faults").textContent().contains("at least one"));
      assertEquals("nightly figures", page.locator("#name").inputValue());
      page.locator("input[value=admin]").check();
      browser.press("Make a key");
      String key = page.locator("#once").textContent();
      assertEquals(200, statusWith(key));
      browser.press("To your account");
      assertTrue(browser.main().contains("nightly figures"));
      assertFalse(page.content().contains(key), "shown once");
      browser.press("Revoke nightly figures");
      assertEquals(401, statusWith(key));
    }
  }

  private static int statusWith(String key) {
    return node.get("/api/v1/audit/verdict", "Authorization", "Bearer " + key).statusCode();
  }

  private static StudioBrowser admin() {
    return StudioBrowser.of(chromium, node, signedIn, new Browser.NewContextOptions());
  }
}
