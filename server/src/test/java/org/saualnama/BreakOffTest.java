package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.secret.Secret;
import org.saualnama.studio.StudioBrowser;
import org.saualnama.trial.Trial;
import org.saualnama.trial.TrialLinks;
import org.saualnama.trial.Walker;

/** Where respondents leave: nobody can see it before a release, and authors can after it. */
final class BreakOffTest {
  private static final String SURVEY = "event-feedback";

  @TempDir private static Path folder;
  private static Node node;
  private static Person author;
  private static String before;
  private static String left;

  /** Of 40 who agree 10 leave at the first page, 5 at the last, and 5 do not send. */
  @BeforeAll
  static void walk() throws Exception {
    // A demonstration, so that the survey's end is noticed at once; too few answer for a release.
    node = Node.start(folder, TestDefs.shipped(), true);
    before = everything();
    Walker form = new Walker(node, "/s/" + SURVEY);
    leave(form, 10, 1);
    leave(form, 5, 2);
    leave(form, 5, 3);
    TrialLinks links = new TrialLinks(Secret.from(folder.resolve("secret")), Instant::now);
    for (Trial.Kind kind : Trial.Kind.values()) {
      leave(new Walker(node, links.to(Trial.ofVersion(kind, SURVEY, 1)).path()), 30, 3);
    }
    left = everything();
    for (int i = 0; i < 20; i++) {
      form.walk("kk", "usefulness", "4");
    }
    author = Person.of(node, "aigul", Grant.of(Role.AUTHOR, SURVEY));
    assertTrue(told().contains("\"break_offs\":[]"), BreakOffTest::told);
    assertEquals("0", node.value("SELECT count(*) FROM break_off"));
    node.query("UPDATE survey SET closes = now() WHERE survey = '" + SURVEY + "'");
    Eventually.until("a release", () -> told().contains("\"release\":1"));
  }

  private static void leave(Walker form, int people, int pages) {
    for (int i = 0; i < people; i++) {
      form.leave(pages, "kk", "usefulness", "4");
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void whoLeavesChangesNothingInTheDatabase() {
    assertEquals(before, left);
  }

  @Test
  void afterTheReleaseTheApiTellsAuthorsWhereTheyLeft() {
    String pages = "[{\"page\":\"event\",\"reached\":100},{\"page\":\"last\",\"reached\":75}]";
    String told = told();
    assertTrue(
        told.contains(
            "{\"release\":1,\"version\":1,\"began\":40,\"pages\":"
                + pages
                + ",\"ready\":63,\"sent\":50}"),
        told);
  }

  @Test
  void onlyItsOwnAuthorsAreTold() {
    Person other = Person.of(node, "bolat", Grant.of(Role.AUTHOR, "may9-kz"));
    Person analyst = Person.of(node, "dana", Grant.global(Role.ANALYST));
    String path = "/api/v1/surveys/" + SURVEY + "/break-offs";
    assertEquals(403, node.send(other.api(path)).statusCode());
    assertEquals(403, node.send(analyst.api(path)).statusCode());
    assertEquals(401, node.get(path).statusCode());
  }

  @Test
  void aSurveyWithoutReleaseHasNoSuchTableInTheStudio() {
    Person all = Person.of(node, "erlan", Grant.global(Role.AUTHOR));
    String page = node.send(all.studio("/studio/surveys/may9-kz")).body();
    assertTrue(page.contains("<h1>") && !page.contains("id=\"break-offs\""), page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void theStudioShowsThemOnASmallScreen(String language) {
    Chromium chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    try (chromium;
        StudioBrowser browser = StudioBrowser.stranger(chromium, node)) {
      browser.open("/studio?lang=" + language);
      browser.signIn("aigul", Person.PASSWORD);
      Browser.NewContextOptions small =
          new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(320, 700);
      try (StudioBrowser phone = StudioBrowser.of(chromium, node, browser.state(), small)) {
        Page page = phone.open("/studio/surveys/" + SURVEY);
        List<String> shares = page.locator("[aria-labelledby=break-offs] td").allTextContents();
        assertEquals(List.of("100 %", "75 %", "63 %", "50 %"), shares);
        assertEquals(List.of(), Barriers.on(page));
        assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
      }
    }
  }

  private static String told() {
    return node.send(author.api("/api/v1/surveys/" + SURVEY + "/break-offs")).body();
  }

  /** All that the database holds, as text. */
  private static String everything() {
    StringBuilder all = new StringBuilder();
    for (List<String> table :
        node.query(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'public' ORDER BY table_name")) {
      node.query("SELECT t::text FROM " + table.get(0) + " t ORDER BY 1")
          .forEach(row -> all.append(table.get(0)).append(row.get(0)).append('\n'));
    }
    return all.toString();
  }
}
