package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What an author can still say of what is published and never changes. */
final class PublishedInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static StudioBrowser author;
  private static Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), true);
    Person.of(node, "aigul", Grant.global(Role.AUTHOR));
    author = StudioBrowser.inspected(chromium, node);
    author.open("/studio?lang=en");
    author.signIn("aigul", Person.PASSWORD);
    page = author.page();
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

  @Test
  void theDifferenceBetweenTwoVersionsIsShownPartByPart() {
    publish("park");
    assertEquals(0, page.getByText("What changed since").count(), "there is only one");
    author.open("/studio/surveys/park/yaml");
    Locator source = page.locator("textarea[name=source]");
    source.fill(source.inputValue().replace("Something else", "Anything <else>"));
    author.press("Save");
    author.open("/studio/surveys/park");
    author.press("Publish the draft");
    author.press("What changed since version 1");
    assertEquals("/studio/surveys/park/versions/1/difference/2", author.path());
    assertEquals(1, page.locator("section.card").count(), author.main());
    assertTrue(page.locator("del").textContent().contains("Something else"));
    assertTrue(page.locator("ins").textContent().contains("Anything <else>"));
    assertEquals(List.of(), author.complaints());
    author.open("/studio/surveys/park/versions/2/difference/2");
    assertTrue(author.main().contains("Nothing differs."), author.main());
    author.open("/studio/surveys/park/versions/2/difference/3");
    assertTrue(author.main().contains("There is nothing at this address"), author.main());
  }

  @Test
  void anErratumIsWrittenInEachLanguageAndReadersSeeItForGood() {
    publish("fair");
    release("fair");
    author.open("/studio/surveys/fair");
    page.locator("#errata ~ details summary").click();
    erratum("kk", "Бірінші апта саналмаған.");
    erratum("ru", "Первая неделя не учтена.");
    erratum("en", " ");
    author.press("Add the erratum for good");
    assertTrue(page.locator("#erratum-1-en-fault").isVisible());
    assertEquals("Первая неделя не учтена.", page.locator("#erratum-1-ru").inputValue());
    assertEquals(List.of(), author.complaints());
    assertFalse(results("ru").contains("Первая неделя"), "half of it is nothing");
    erratum("en", "The first week is not counted.");
    author.press("Add the erratum for good");
    assertTrue(author.main().contains("Saved."), author.main());
    page.locator("#errata ~ details summary").click();
    assertTrue(page.locator("#errata ~ details").textContent().contains("The first week is not"));
    assertEquals("", page.locator("#erratum-1-en").inputValue(), "room for another");
    assertEquals(List.of(), author.complaints());
    assertTrue(results("kk").contains("Бірінші апта саналмаған."));
    assertTrue(results("ru").contains("Первая неделя не учтена."));
    assertTrue(results("en").contains("The first week is not counted."));
  }

  private static void publish(String code) {
    author.open("/studio/new");
    page.locator("#code").fill(code);
    page.locator("input[name=from][value=event-feedback]").check();
    author.press("Create the draft");
    author.press("Publish the draft");
    assertTrue(author.main().contains("Published."), author.main());
  }

  /** By its end, for which a dozen answers are enough. */
  private static void release(String code) {
    Object answers = Node.submission(Map.of("usefulness", 5));
    for (int i = 0; i < 12; i++) {
      assertEquals(201, node.submit(code, UUID.randomUUID(), answers).statusCode());
    }
    page.locator("#code").fill(code);
    page.locator("button.danger").click();
    page.waitForSelector(".done");
    String releases = "/api/v1/surveys/" + code + "/releases";
    Eventually.until("a release", () -> node.get(releases).body().contains("\"release\":1"));
  }

  private static void erratum(String language, String text) {
    page.locator("#erratum-1-" + language).fill(text);
  }

  private static String results(String language) {
    return node.get("/results/fair/" + language).body();
  }
}
