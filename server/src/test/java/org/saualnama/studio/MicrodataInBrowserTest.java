package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Chromium;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.demo.Demo;

/** A steward's way to a file of microdata. */
final class MicrodataInBrowserTest {
  private static final String PATH = "/studio/surveys/event-feedback/microdata";

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static StudioBrowser steward;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.eventFeedback(folder, "no such text", ""), true);
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 150);
    Eventually.until(
        "there is a release", () -> !node.value("SELECT count(*) FROM release").equals("0"));
    Person.of(node, "dana", Grant.of(Role.STEWARD, "event-feedback"));
    steward = StudioBrowser.inspected(chromium, node);
    steward.open("/studio?lang=en");
    steward.signIn("dana", Person.PASSWORD);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      steward.close();
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void theWarningStandsBeforeTheFormInEveryLanguage() {
    for (String language : List.of("kk", "ru", "en")) {
      steward.open(PATH + "?lang=" + language);
      String rows = node.value("SELECT round(responses, -1) FROM release ORDER BY release DESC");
      String warning = steward.page().locator("#warning").textContent();
      assertTrue(warning.contains(rows), warning);
      assertEquals(language, steward.page().locator("#lang").inputValue());
      assertEquals(List.of(), steward.complaints());
    }
  }

  @Test
  void withoutAReasonTheFieldSaysSo() {
    steward.open(PATH + "?lang=en");
    Page page = steward.page();
    page.locator("#reason").fill("short");
    page.locator("#format").selectOption("dta");
    steward.press("Take the file");
    assertTrue(page.locator("#reason-fault").isVisible());
    assertEquals("dta", page.locator("#format").inputValue());
    assertEquals(List.of(), steward.complaints());
  }

  @Test
  void theFileComesAndThePageStays() throws IOException {
    steward.open("/studio?lang=en");
    steward.press("Microdata");
    assertEquals(PATH, steward.path());
    Page page = steward.page();
    page.locator("#reason").fill("To look at how gardens grow");
    page.locator("#lang").selectOption("ru");
    Download download = page.waitForDownload(() -> page.getByText("Take the file").click());
    assertTrue(download.suggestedFilename().matches("event-feedback-\\d+-ru\\.sav"));
    assertTrue(Files.size(download.path()) > 1_000);
    assertEquals(PATH, steward.path());
    Eventually.until(
        "nothing is on its way",
        () -> page.locator("#progress").textContent().contains("No file of yours"));
  }
}
