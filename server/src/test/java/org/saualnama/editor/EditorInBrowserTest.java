package org.saualnama.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** The editor in a real browser: by keyboard alone, on every screen, without a lost word. */
final class EditorInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static String signedIn;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), false);
    Person.of(node, "aigul", Grant.global(Role.AUTHOR));
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(uri("/studio/sign-in"));
      page.locator("#name").fill("aigul");
      page.locator("#password").fill(Person.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL(uri("/studio"));
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

  private static String uri(String path) {
    return node.uri(path).toString().replace("127.0.0.1", "localhost");
  }

  private static BrowserContext context(ColorScheme colours, int width, boolean scripts) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setJavaScriptEnabled(scripts)
                .setStorageState(signedIn)
                .setColorScheme(colours)
                .setViewportSize(width, 900));
  }

  /** A draft that begins with nothing but its languages. */
  private static void blank(String survey) {
    node.query("INSERT INTO draft VALUES ('%s', 1, 1, 'aigul')".formatted(survey));
    node.query(
        ("INSERT INTO draft_revision VALUES ('%s', 1, 'survey: %s"
                + "\nlanguages: [en, kk]\ntitle: {}\n', 'aigul')")
            .formatted(survey, survey));
  }

  @ParameterizedTest
  @CsvSource({
    "kk, LIGHT, 320, event-feedback, edit?at=usefulness",
    "ru, DARK, 1280, event-feedback, edit?at=liked",
    "en, DARK, 320, may9-kz, edit?at=survey",
    "en, LIGHT, 1280, may9-kz, edit?at=meaning",
    "kk, DARK, 320, event-feedback, yaml?a=b",
    "ru, LIGHT, 1280, may9-kz, yaml?a=b"
  })
  void axeFindsNothingAndNoPageIsWiderThanItsScreen(
      String language, ColorScheme colours, int width, String survey, String view) {
    try (BrowserContext context = context(colours, width, true)) {
      Page page = context.newPage();
      page.navigate(uri("/studio/surveys/" + survey + "/" + view + "&lang=" + language));
      page.evaluate(
          "document.querySelectorAll('details[open] details').forEach(d => d.open = true)");
      shot(page, language + width + survey + view.replaceAll("\\W", ""));
      // The form in the frame has a test of its own, and landmarks that look like a second page's.
      assertEquals(List.of(), Barriers.on(page, ".phone"));
      assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  private static void shot(Page page, String name) {
    String folder = System.getenv("SAUALNAMA_SHOTS");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }

  @Test
  void aSurveyOfFiveQuestionsInTwoLanguagesIsWrittenByKeyboardAlone() {
    blank("reading");
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.navigate(uri("/studio/surveys/reading/edit?lang=en"));
      press(page, "#new-page");
      add(page, "page_1", "Do you read books?", "Кітап оқисыз ба?");
      answers(page, "do_you_read_books", "Yes\nNo", "Иә", "Жоқ");
      add(page, "page_1", "How old are you?", "Жасыңыз нешеде?");
      answers(page, "how_old_are_you", "18-39\n40 and over", "18-39", "40 және жоғары");
      press(page, "#new-page");
      for (int i = 1; i <= 3; i++) {
        add(page, "page_2", "Question number " + i + "?", i + "-сұрақ?");
        answers(page, "question_number_" + i, "One\nTwo", "Бір", "Екі");
      }
      condition(page, "question_number_1", "do_you_read_books yes");
      assertThat(page.locator("#q-question_number_1-gist"))
          .containsText("Asked if “Do you read books?” is “Yes”.");
      assertThat(page.locator(".question")).hasCount(6);
      assertThat(page.frameLocator("#preview iframe").locator("form").first()).isVisible();
      shot(page, "flow");
      page.navigate(uri("/studio/surveys/reading/yaml"));
      String source = page.locator("#source").inputValue();
      assertTrue(source.contains("ask_if: {do_you_read_books: [yes]}"), source);
      assertTrue(source.contains("kk: \"Екі\""), source);
    }
    assertEquals(List.of(), complaints);
  }

  private static void press(Page page, String button) {
    page.locator(button).focus();
    page.keyboard().press("Enter");
  }

  private static void type(Page page, String field, String words) {
    page.locator(field).focus();
    page.keyboard().insertText(words);
  }

  /** Adds a question; the field for its other language is then the one to go on in. */
  private static void add(Page page, String onPage, String words, String kazakh) {
    type(page, "#p-" + onPage + "-words", words);
    page.keyboard().press("Enter");
    Locator focused = page.locator("textarea[lang=kk]:focus");
    focused.waitFor();
    page.keyboard().insertText(kazakh);
    saved(page, () -> page.keyboard().press("Tab"));
  }

  private static void answers(Page page, String question, String lines, String... kazakh) {
    type(page, "#q-" + question + "-add-options", lines);
    page.keyboard().press("Tab");
    Locator fields = page.locator("#q-" + question + " .option textarea[lang=kk]");
    assertThat(fields).hasCount(kazakh.length);
    for (int i = 0; i < kazakh.length; i++) {
      fields.nth(i).focus();
      page.keyboard().insertText(kazakh[i]);
      saved(page, () -> page.keyboard().press("Tab"));
    }
  }

  private static void condition(Page page, String question, String answer) {
    if (!(Boolean) page.locator("#q-" + question).evaluate("details => details.open")) {
      press(page, "#q-" + question + " > summary");
    }
    page.locator("#q-" + question + "-condition-choice").selectOption(answer);
    press(page, "#q-" + question + "-condition-add");
  }

  /** The number of the revision goes up. */
  private static void saved(Page page, Runnable change) {
    String before = page.locator("#saved").textContent();
    change.run();
    assertThat(page.locator("#saved"))
        .not()
        .hasText(Pattern.compile(Pattern.quote(before.strip())));
  }

  @Test
  void twoQuickChangesOneAfterTheOtherAreBothSaved() {
    blank("quick");
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
      Page page = context.newPage();
      page.navigate(uri("/studio/surveys/quick/edit?lang=en"));
      press(page, "#new-page");
      add(page, "page_1", "Which colour?", "Қай түс?");
      type(page, "#q-which_colour-add-options", "Red\nGreen");
      page.locator("#q-which_colour-do-options").click();
      assertThat(page.locator("#q-which_colour .option")).hasCount(2);
      page.locator("#q-which_colour-options-red-down").click();
      page.locator("#q-which_colour-t-text-en").fill("Which colour is it?");
      page.locator("#q-which_colour-do-options").focus();
      assertThat(page.locator("#q-which_colour-gist")).containsText("Which colour is it?");
      assertThat(page.locator("#said")).isEmpty();
      page.reload();
      assertThat(page.locator("#q-which_colour .option textarea").first()).hasValue("Green");
    }
  }

  @Test
  void whoSavesSecondIsToldAndKeepsEither() {
    blank("shared");
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
      Page mine = context.newPage();
      mine.navigate(uri("/studio/surveys/shared/edit?lang=en&at=survey"));
      Page theirs = context.newPage();
      theirs.navigate(uri("/studio/surveys/shared/edit?lang=en&at=survey"));
      saved(
          theirs,
          () -> {
            type(theirs, "#survey-t-consent-agree-en", "Yes");
            theirs.keyboard().press("Tab");
          });
      type(mine, "#survey-t-title-en", "Mine");
      mine.keyboard().press("Tab");
      assertThat(mine.locator("#said")).containsText("Somebody else saved meanwhile");
      assertThat(mine.locator("#said")).containsText("Yes");
      shot(mine, "conflict");
      press(mine, "#keep-mine");
      mine.waitForURL(Pattern.compile("at=survey"));
      assertThat(mine.locator("h1")).hasText("Mine");
      assertThat(mine.locator("#survey-t-consent-agree-en")).hasValue("Yes");
      press(mine, "#undo");
      assertThat(mine.locator("h1")).hasText("shared");
    }
  }

  @Test
  void withoutScriptsEveryButtonWorksAsAPlainForm() {
    blank("plain");
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280, false)) {
      Page page = context.newPage();
      page.navigate(uri("/studio/surveys/plain/edit?lang=en"));
      press(page, "#new-page");
      page.locator("#p-page_1-words").fill("Which colour?");
      page.keyboard().press("Enter");
      page.locator("#q-which_colour-add-options").fill("Red\nGreen");
      press(page, "#q-which_colour-do-options");
      assertThat(page.locator("#q-which_colour .option")).hasCount(2);
      page.locator("#q-which_colour-t-text-kk").fill("Қай түс?");
      press(page, "#q-which_colour-save");
      assertThat(page.locator("#q-which_colour-t-text-kk")).hasValue("Қай түс?");
    }
  }
}
