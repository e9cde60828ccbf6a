package org.saualnama;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.studio.StudioBrowser;

/** From a server's first start to the first answer of a survey that was written in it. */
final class JourneyTest {
  @TempDir private Path folder;
  private Chromium chromium;
  private ServerProcess server;
  private StudioBrowser browser;
  private Page page;

  @BeforeEach
  void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    server = ServerProcess.start(folder, Map.of());
    browser = StudioBrowser.stranger(chromium, server.address());
    page = browser.page();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      browser.close();
      server.stop();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void aSurveyIsWrittenTriedPublishedAndAnswered() {
    becomeAdmin();
    begin();
    write();
    fillTheRest();
    preview();
    publish();
    answer();
    browser.open("/studio");
    Locator card = page.locator("section", new Page.LocatorOptions().setHasText("reading"));
    assertThat(card).containsText("open");
    assertThat(card).containsText("Waiting for the next release: under 100");
  }

  private void becomeAdmin() {
    page.navigate(server.setUpLink() + "?lang=en");
    page.locator("#name").fill("aigul");
    page.locator("#password").fill(Person.PASSWORD);
    page.locator("#again").fill(Person.PASSWORD);
    browser.press("Set up and sign in");
    assertEquals("/studio", browser.path());
    // An admin grants; writing surveys is another role, which has to be asked for.
    browser.open("/studio/accounts");
    browser.press("aigul");
    page.locator("input[name=author-all]").check();
    browser.press("Save the roles");
  }

  private void begin() {
    browser.open("/studio/new");
    page.locator("#code").fill("reading");
    page.locator("#title").fill("Reading");
    page.locator("#in-kk").uncheck();
    browser.press("Create the draft");
    assertEquals("/studio/surveys/reading", browser.path());
    assertTrue(browser.main().contains("things to mend"), browser.main());
  }

  /** Five questions in two languages on two pages, the fourth under a condition. */
  private void write() {
    browser.press("Questions");
    page.locator("#new-page").click();
    ask("Вы читаете книги?", "Do you read books?", "Да\nНет", "Yes", "No");
    ask("Сколько вам лет?", "How old are you?", "18-39\n40 и старше", "18-39", "40 and over");
    saved(() -> newest("input[type=checkbox][name=segment]").check());
    page.locator("#new-page").click();
    assertThat(page.locator("section.sheetpage")).hasCount(2);
    ask("Где вы читаете?", "Where do you read?", "Дома\nВ пути", "At home", "On the way");
    ask("Что вы читаете?", "What do you read?", "Стихи\nПрозу", "Poems", "Prose");
    newest("[id$=-condition-choice]").selectOption(new SelectOption().setIndex(0));
    newest("[id$=-condition-add]").click();
    assertThat(newest("[id$=-gist]")).containsText("Asked if");
    ask("Кому вы читаете?", "To whom do you read?", "Себе\nДетям", "Myself", "Children");
  }

  private void ask(String russian, String english, String options, String... translated) {
    Locator form = page.locator("form.add").last();
    form.locator("input[name=words]").fill(russian);
    form.locator("button").click();
    Locator text = page.locator("textarea[lang=en]:focus");
    text.waitFor();
    saved(
        () -> {
          text.fill(english);
          page.keyboard().press("Tab");
        });
    newest("textarea[name='add.options']").fill(options);
    newest("[id$=-do-options]").click();
    Locator fields = newest(".option textarea[lang=en]");
    assertThat(fields).hasCount(translated.length);
    for (int i = 0; i < translated.length; i++) {
      fill(fields.nth(i), translated[i]);
    }
  }

  private Locator newest(String part) {
    Locator last = page.locator("section.sheetpage").last();
    return last.locator("details.question").last().locator(part);
  }

  /** What it lacks beside questions: words for readers, and what has to be disclosed. */
  private void fillTheRest() {
    browser.open("/studio/surveys/reading/edit?at=survey");
    page.evaluate("document.querySelectorAll('#survey details').forEach(d => d.open = true)");
    Locator words = page.locator("#survey .cells textarea");
    for (int i = 0; i < words.count(); i++) {
      if (words.nth(i).inputValue().isEmpty()) {
        fill(words.nth(i), "Reading in the town, 2027");
      }
    }
    browser.open("/studio/surveys/reading");
    assertTrue(browser.main().contains("The draft has no problems."), browser.main());
  }

  private void fill(Locator field, String words) {
    saved(
        () -> {
          field.fill(words);
          field.blur();
        });
  }

  /** The number of the revision goes up, and all that the answer changes is in its place. */
  private void saved(Runnable change) {
    String before = page.locator("#saved").textContent();
    change.run();
    assertThat(page.locator("#saved"))
        .not()
        .hasText(Pattern.compile(Pattern.quote(before.strip())));
    assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).hasCount(0);
  }

  private void preview() {
    String address = page.getByText("Preview").first().getAttribute("href");
    page.navigate(browser.uri(address + "/en"));
    page.locator("#agree").check();
    page.locator(".next").click();
    assertThat(page.locator("main")).containsText("Do you read books?");
  }

  private void publish() {
    browser.open("/studio/surveys/reading");
    browser.press("Publish the draft");
    assertTrue(browser.main().contains("Published."), browser.main());
  }

  private void answer() {
    browser.open("/s/reading/en");
    page.locator("#agree").check();
    page.locator(".next").click();
    page.getByText("Yes", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("18-39").click();
    page.locator(".next").click();
    page.getByText("Poems").click();
    page.locator(".next").click();
    page.locator(".next").click();
    assertThat(page.locator(".receipt")).isVisible();
  }
}
