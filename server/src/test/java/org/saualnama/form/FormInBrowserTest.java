package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
import org.saualnama.submission.Submission;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** The form as people meet it: a real browser, and no scripts in it. */
final class FormInBrowserTest {
  private static final SurveyVersion NUMBER =
      SmallSurvey.ofPages(
          """
            - page: p
              questions:
                - question: a
                  type: number
                  text: {kk: "Неше?", ru: "Сколько?", en: "How many?"}
                  min: 0
                  max: 20
                  residuals: [hard_to_say]
            - page: q
              questions:
                - question: b
                  type: scale
                  text: {kk: "Қалай?", ru: "Как?", en: "How?"}
                  hint: {kk: "Кеше", ru: "Вчера", en: "Yesterday"}
                  scale: {from: 1, to: 5, low: {kk: "Л", ru: "П", en: "B"}, high: {kk: "Ж", ru: "Х", en: "G"}}
                  strict: true
                - question: c
                  type: grid
                  text: {kk: "Қайсысы?", ru: "Что?", en: "Which?"}
                  options:
                    - {code: x, text: {kk: "Иә", ru: "Да", en: "Yes"}}
                    - {code: y, text: {kk: "Жоқ", ru: "Нет", en: "No"}}
                  rows: [{code: r, text: {kk: "Бір", ru: "Раз", en: "One"}}]
                  strict: true
          """);

  private static Chromium chromium;
  private static FormServer server;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    server = new FormServer(true, ShippedSurveys.may9(), ShippedSurveys.eventFeedback(), NUMBER);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private void open(Browser.NewContextOptions options) {
    context = chromium.browser().newContext(options);
    page = context.newPage();
  }

  private void openWithoutScripts() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 640));
  }

  @AfterEach
  void close() {
    if (context != null) {
      context.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void aWholeWalkWithEveryDetourIsCountedOnce(String language) {
    openWithoutScripts();
    walkTo(language, "done");
    check("home");
    page.locator("textarea").fill("Гүл отырғыздым");
    next();
    inHistory(page::goBack);
    assertTrue(box("home").isChecked());
    assertEquals("Гүл отырғыздым", page.locator("textarea").inputValue());
    inHistory(page::goForward);
    assertEquals(8, page.locator("fieldset fieldset").count());
    page.reload();
    check("should");
    String other = "ru".equals(language) ? "kk" : "ru";
    page.locator("button[name=_lang][value=" + other + "]").click();
    assertEquals(other, page.locator("html").getAttribute("lang"));
    assertTrue(box("should").isChecked());
    go("back");
    assertTrue(box("other").isChecked());
    page.locator("button[name=_lang][value=" + language + "]").click();
    assertEquals("Гүл отырғыздым", page.locator("textarea").inputValue());
    while (page.locator("fieldset").count() > 0) {
      next();
    }
    Locator send = page.locator(".next");
    send.dblclick();
    page.waitForSelector(".receipt");
    String receipt = page.locator(".receipt").textContent();
    page.reload();
    assertEquals(receipt, page.locator(".receipt").textContent());
    List<Submission> taken = server.take("may9-kz");
    assertEquals(1, taken.size());
    Submission submission = taken.get(0);
    assertEquals(language, submission.language());
    assertEquals("25-34", submission.answers().choice("age"));
    assertEquals(Set.of("home", "other"), Set.copyOf(submission.answers().choices().get("done")));
    assertEquals(Map.of("done.other", "Гүл отырғыздым"), submission.answers().texts());
    assertEquals(List.of("national_city"), submission.answers().choices().get("settlement"));
  }

  @Test
  void aSecondTabOfTheSameFormIsCountedOnce() {
    openWithoutScripts();
    begin("event-feedback", "en");
    Page first = page;
    next();
    next();
    String state = page.locator("input[name=_state]").inputValue();
    Page second = context.newPage();
    second.setContent(
        "<form method=post action='"
            + server.url("/s/event-feedback")
            + "'><input type=hidden name=_state value='"
            + state
            + "'><button name=_go value=next>.</button></form>");
    second.locator("button").click();
    first.locator(".next").click();
    assertEquals(second.locator(".receipt").textContent(), first.locator(".receipt").textContent());
    assertEquals(1, server.take("event-feedback").size());
  }

  @Test
  void afterTheThanksBackBringsNothingOfTheAnswersUp() {
    openWithoutScripts();
    begin("event-feedback", "en");
    next();
    page.locator("textarea").fill("something dangerous");
    next();
    next();
    page.waitForSelector(".receipt");
    // Chromium has nothing left to show, and would have to ask whether to send the form again.
    PlaywrightException gone =
        assertThrows(PlaywrightException.class, () -> inHistory(page::goBack));
    assertTrue(gone.getMessage().contains("ERR_CACHE_MISS"), gone.getMessage());
    server.take("event-feedback");
  }

  @Test
  void afterTheLockThereIsNoBackButTheLanguageCanBeChanged() {
    openWithoutScripts();
    walkTo("ru", "meaning");
    check("both");
    next();
    assertEquals(0, page.locator("main button[value=back]").count());
    page.locator("button[name=_lang][value=kk]").click();
    assertEquals(0, page.locator("main button[value=back]").count());
  }

  @Test
  void theEnterKeyGoesOn() {
    openWithoutScripts();
    walkTo("en", "age");
    box("35-44").check();
    box("35-44").press("Enter");
    page.waitForSelector("input[name=region]");
  }

  @Test
  void anErrorIsNamedLinkedAndFocused() {
    openWithoutScripts();
    walkTo("en", "age");
    next();
    assertTrue(page.title().startsWith("Error: "));
    assertTrue(
        page.locator(".wrong").evaluate("e => e === document.activeElement") == Boolean.TRUE);
    page.locator(".wrong a").click();
    assertEquals("under_18", page.locator(":focus").getAttribute("value"));
    assertEquals(1, page.locator("fieldset .error").count());
  }

  @ParameterizedTest
  @CsvSource({"kk,LIGHT", "ru,DARK", "en,LIGHT"})
  void noKindOfPageHasABarrierOrScrollsSideways(String language, ColorScheme scheme) {
    // axe is a script, so it needs what the pages themselves never get.
    open(
        new Browser.NewContextOptions()
            .setBypassCSP(true)
            .setColorScheme(scheme)
            .setViewportSize(320, 568));
    Set<String> seen = new HashSet<>();
    Consumer<Page> look = page -> assertAccessible(page, seen);
    begin("may9-kz", language, look);
    next();
    look.accept(page);
    check("25-34");
    next();
    look.accept(page);
    check("KZ-75");
    while (page.locator("fieldset").count() > 0) {
      next();
      look.accept(page);
    }
    next();
    look.accept(page);
    begin("event-feedback", language, look);
    page.locator("textarea").fill("x");
    check("nothing");
    next();
    look.accept(page);
    box("nothing").uncheck();
    next();
    look.accept(page);
    begin("small", language, look);
    page.locator(".number").fill("21");
    next();
    look.accept(page);
    assertEquals("21", page.locator(".number").inputValue());
    page.locator(".number").fill("20");
    next();
    look.accept(page);
    assertEquals(2, page.locator("fieldset.q .lot").count());
    page.navigate(server.url("/s/unknown/" + language));
    look.accept(page);
    server.take("may9-kz");
  }

  /** axe takes long, so it looks at one page of each kind; the rest is looked at on every page. */
  private static void assertAccessible(Page page, Set<String> seen) {
    page.waitForLoadState();
    assertEquals(
        320, page.evaluate("document.scrollingElement.scrollWidth"), page.title() + " is wider");
    Object small =
        page.evaluate(
            "[...document.querySelectorAll('button:not(.unseen),.o,textarea,.leave a,summary')]"
                + ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)");
    assertEquals(List.of(), small, "too small to touch");
    Object kind =
        page.evaluate(
            "['input[type=radio]', '[type=checkbox]', '.number', 'textarea', 'details', '.row', '.scale', '.wrong', '.lot',"
                + " '.receipt', 'legend h1', 'form', '.columns'].map(s => !!document.querySelector(s)).join()");
    if (!seen.add((String) kind)) {
      return;
    }
    assertEquals(List.of(), Barriers.on(page), page.title());
  }

  /** To the page that asks {@code question}, over ordinary answers. */
  private void walkTo(String language, String question) {
    begin("may9-kz", language);
    while (page.locator("input[name=" + question + "]").count() == 0) {
      if (page.locator("input[name=age]").count() > 0) {
        check("25-34");
      } else if (page.locator("input[name=region]").count() > 0) {
        check("KZ-75");
      }
      next();
    }
  }

  private void begin(String survey, String language) {
    begin(survey, language, ignored -> {});
  }

  private void begin(String survey, String language, Consumer<Page> look) {
    page.navigate(server.url("/s/" + survey + "/" + language));
    look.accept(page);
    check("agree");
    next();
    look.accept(page);
  }

  private Locator box(String value) {
    return page.locator("main input[value='" + value + "']").first();
  }

  private void check(String value) {
    box(value).check();
  }

  /**
   * While a page arrives Chromium may change the process behind it, and the driver then asks the
   * one that has left, before it has moved anywhere: so it is asked again.
   */
  private void inHistory(Runnable step) {
    for (int tries = 1; ; tries++) {
      page.waitForLoadState();
      try {
        step.run();
        return;
      } catch (PlaywrightException e) {
        if (tries == 20 || !e.getMessage().contains("Not attached to an active page")) {
          throw e;
        }
      }
    }
  }

  private void next() {
    go("next");
  }

  private void go(String where) {
    page.locator("main button[value=" + where + "]").click();
  }
}
