package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
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
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      signIn(page, "aigul", Person.PASSWORD);
      assertEquals("/studio", path(page));
      signedIn = context.storageState();
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
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBypassCSP(true)
                    .setStorageState(signedIn)
                    .setColorScheme(colours)
                    .setViewportSize(width, 700))) {
      Page page = context.newPage();
      page.navigate(uri(path + "?lang=" + language));
      assertEquals(language, page.locator("html").getAttribute("lang"));
      assertEquals(path, path(page), "not sent elsewhere");
      assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
      assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  @Test
  void noPageBreaksItsOwnPolicy() {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      for (String path : List.of("/studio", "/studio/audit", "/studio/sign-in")) {
        page.navigate(uri(path));
        assertEquals(false, page.evaluate("htmx.config.allowEval"));
      }
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void aWrongPasswordKeepsTheNameAndSaysSoInTheReadersLanguage() {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      signIn(page, "aigul", "not the right password");
      assertTrue(page.locator("#faults").isVisible());
      assertEquals("aigul", page.locator("#name").inputValue());
      assertEquals("", page.locator("#password").inputValue());
      page.navigate(uri("/studio/sign-in?lang=ru"));
      assertTrue(page.title().contains("Вход"), page.title());
      page.navigate(uri("/studio/sign-in"));
      assertTrue(page.title().contains("Вход"), "the language is remembered");
    }
  }

  @Test
  void signingInLeadsToThePageThatWasAskedForAndSigningOutClosesIt() {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(uri("/studio/audit?lang=en"));
      fill(page, "aigul", Person.PASSWORD);
      assertEquals("/studio/audit", path(page));
      page.getByText("Sign out").click();
      assertEquals("/studio/sign-in", path(page));
      assertTrue(page.locator("[role=status]").textContent().contains("signed out"));
      page.navigate(uri("/studio/audit"));
      assertEquals("/studio/sign-in", path(page));
    }
  }

  @Test
  void anAdminMakesAnAccountWhoseOwnerChoosesAPasswordByItsLink() {
    String link;
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.navigate(uri("/studio/accounts/new?lang=en"));
      page.locator("#name").fill("bolat");
      page.locator("#analyst-surveys").fill("may9-kz, event feedback!");
      press(page, "Create the account");
      assertTrue(page.locator("#faults").textContent().contains("feedback!"));
      assertEquals("bolat", page.locator("#name").inputValue(), "nothing typed is lost");
      page.locator("#analyst-surveys").fill("may9-kz, event-feedback");
      press(page, "Create the account");
      link = page.locator("#once").textContent();
    }
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(link + "?lang=en");
      page.locator("#password").fill("short");
      page.locator("#again").fill("short");
      press(page, "Set up and sign in");
      assertTrue(page.locator("#password-fault").textContent().contains("at least 12"));
      page.locator("#password").fill("steppe wind over water");
      page.locator("#again").fill("steppe wind over water");
      press(page, "Set up and sign in");
      assertEquals("/studio", path(page));
      page.navigate(link);
      assertTrue(page.locator("main").textContent().contains("works once"));
      page.navigate(uri("/studio/accounts"));
      assertTrue(page.locator("main").textContent().contains("no role that may do this"));
    }
  }

  @Test
  void aKeyIsShownOnceAndOpensTheApiUntilItIsRevoked() {
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.navigate(uri("/studio/account?lang=en"));
      page.locator("#name").fill("nightly figures");
      press(page, "Make a key");
      assertTrue(page.locator("#faults").textContent().contains("at least one"));
      assertEquals("nightly figures", page.locator("#name").inputValue());
      page.locator("input[value=admin]").check();
      press(page, "Make a key");
      String key = page.locator("#once").textContent();
      assertEquals(200, statusWith(key));
      press(page, "To your account");
      assertTrue(page.locator("main").textContent().contains("nightly figures"));
      assertTrue(!page.content().contains(key), "shown once");
      press(page, "Revoke nightly figures");
      assertEquals(401, statusWith(key));
    }
  }

  private static int statusWith(String key) {
    return node.get("/api/v1/audit/verdict", "Authorization", "Bearer " + key).statusCode();
  }

  /** Presses a button or follows a link, and waits for the page it leads to. */
  private static void press(Page page, String words) {
    page.evaluate("window.old = true");
    page.getByText(words, new Page.GetByTextOptions().setExact(true)).last().click();
    arrive(page);
  }

  private static void arrive(Page page) {
    page.waitForFunction("!window.old && document.readyState === 'complete'");
  }

  /** With nothing but a keyboard. */
  private static void fill(Page page, String name, String password) {
    page.locator("#name").focus();
    page.keyboard().type(name);
    page.keyboard().press("Tab");
    page.keyboard().type(password);
    // Also where the next page has the same address.
    page.evaluate("window.old = true");
    page.keyboard().press("Enter");
    arrive(page);
  }

  private static void signIn(Page page, String name, String password) {
    page.navigate(uri("/studio/sign-in"));
    fill(page, name, password);
  }

  private static BrowserContext context() {
    return chromium.browser().newContext(new Browser.NewContextOptions().setStorageState(signedIn));
  }

  private static String uri(String path) {
    // By a name that browsers trust without TLS, as they must for a cookie that is Secure.
    return node.uri(path).toString().replace("127.0.0.1", "localhost");
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath();
  }
}
