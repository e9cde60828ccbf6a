package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Chromium;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** An author's way from a new survey to its end, on the pages of the studio. */
final class OverviewInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static StudioBrowser author;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), false);
    Person.of(node, "aigul", Grant.global(Role.AUTHOR));
    author = StudioBrowser.stranger(chromium, node);
    author.open("/studio?lang=en");
    author.signIn("aigul", Person.PASSWORD);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      author.close();
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static void begin(String code, String from) {
    author.open("/studio/new");
    author.page().locator("#code").fill(code);
    author.page().locator("input[name=from][value='" + from + "']").check();
    author.press("Create the draft");
    assertEquals("/studio/surveys/" + code, author.path());
  }

  @Test
  void anEmptySurveyTellsWhatItLacksAndCanNotBePublished() {
    begin("lake", "");
    assertTrue(author.main().contains("things to mend"), author.main());
    assertEquals(0, author.page().getByText("Publish the draft").count());
    author.open("/studio");
    assertTrue(author.page().locator("section:has-text('lake')").textContent().contains("draft"));
  }

  @Test
  void aCodeThatIsTakenOrNoneIsSaidBesideItsField() {
    author.open("/studio/new");
    Page page = author.page();
    page.locator("#code").fill("may9-kz");
    author.press("Create the draft");
    assertTrue(page.locator("#code-fault").textContent().contains("already"));
    page.locator("#code").fill("../x");
    author.press("Create the draft");
    assertEquals("../x", page.locator("#code").inputValue());
    assertTrue(page.locator("#code-fault").textContent().contains("letters"));
  }

  @Test
  void aSurveyIsPublishedPausedResumedAndClosedForGood() {
    begin("river", "event-feedback");
    author.press("Publish the draft");
    assertTrue(author.main().contains("Published."), author.main());
    assertEquals("open", state());
    author.press("Pause");
    assertEquals("paused", state());
    assertEquals("paused", node.value("SELECT state FROM survey WHERE survey = 'river'"));
    author.press("Resume");
    assertEquals("open", state());
    author.page().locator("#code").fill("rivers");
    author.page().locator("button.danger").click();
    author.page().waitForSelector("#code-fault");
    assertEquals("rivers", author.page().locator("#code").inputValue());
    assertEquals("open", state());
    author.page().locator("#code").fill("river");
    author.page().locator("button.danger").click();
    author.page().waitForSelector(".done");
    assertTrue(state().startsWith("clos"), state());
    assertEquals(0, author.page().locator("#code").count(), "nothing left to end");
  }

  @Test
  void anEndIsSetAndTakenBack() {
    begin("bridge", "event-feedback");
    author.press("Publish the draft");
    author.page().locator("#end").fill("2040-05-01T12:30");
    author.press("Set the end");
    assertTrue(author.main().contains("2040-05-01 12:30 UTC"), author.main());
    author.page().locator("#end").fill("2020-05-01T12:30");
    author.press("Set the end");
    assertTrue(author.page().locator("#faults").isVisible(), "no end in the past");
    author.page().locator("#end").fill("");
    author.press("Set the end");
    assertEquals(0, author.page().getByText("2040-05-01").count());
  }

  @Test
  void aCopyIsADraftOfItsOwn() {
    begin("tree", "event-feedback");
    author.page().locator("#copy").fill("bush");
    author.press("Make a copy");
    assertEquals("/studio/surveys/bush", author.path());
    assertEquals("draft", state());
  }

  private static String state() {
    return author.page().locator(".state").first().textContent();
  }
}
