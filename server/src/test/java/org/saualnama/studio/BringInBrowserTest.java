package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Chromium;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.conversion.Lss;
import org.saualnama.conversion.Sheets;

/** A questionnaire from elsewhere, brought with a browser or by hand. */
final class BringInBrowserTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;
  private static Person author;
  private static String signedIn;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), true);
    author = Person.of(node, "aigul", Grant.global(Role.AUTHOR));
    try (StudioBrowser browser = StudioBrowser.stranger(chromium, node)) {
      browser.open("/studio/sign-in?lang=en");
      browser.signIn("aigul", Person.PASSWORD);
      signedIn = browser.state();
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

  private static StudioBrowser browser(boolean scripts) {
    Browser.NewContextOptions screen =
        new Browser.NewContextOptions()
            .setBypassCSP(true)
            .setJavaScriptEnabled(scripts)
            .setViewportSize(320, 700);
    return StudioBrowser.of(chromium, node, signedIn, screen);
  }

  private static void bring(StudioBrowser browser, String code, String name, byte[] file) {
    browser.page().locator("#file-code").fill(code);
    browser.page().locator("#file").setInputFiles(new FilePayload(name, "", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void anXlsFormBecomesADraftWithAReport(String language) {
    String code = "park-" + language;
    try (StudioBrowser browser = browser(true)) {
      browser.open("/studio/new?lang=" + language);
      assertEquals(List.of(), browser.complaints());
      bring(browser, code, "park.xlsx", Sheets.park());
      browser.press(browser.page().locator("form[action='/studio/bring'] button").textContent());
      assertEquals("/studio/bring", browser.path());
      assertEquals(List.of(), browser.complaints());
      assertTrue(browser.main().contains("survey 11"), browser.main());
      assertTrue(browser.main().contains("geopoint"), browser.main());
      browser.press(browser.page().locator("main a.next").textContent());
      assertEquals("/studio/surveys/" + code + "/edit", browser.path());
      assertTrue(browser.page().content().contains("Have you been to the park?"));
    }
    String entries =
        "SELECT count(*) FROM audit_entry WHERE line LIKE '%draft.create%' AND line LIKE '%" + code;
    assertEquals("1", node.value(entries + "%'"));
  }

  @Test
  void itWorksWithoutScripts() {
    try (StudioBrowser browser = browser(false)) {
      browser.open("/studio/new?lang=en");
      bring(browser, "plain", "survey.lss", Lss.park());
      browser.page().locator("form[action='/studio/bring'] button").press("Enter");
      browser.page().waitForURL("**/studio/bring");
      assertTrue(browser.main().contains("qid 16"), browser.main());
      browser.open("/studio/surveys/plain/yaml");
      assertTrue(browser.page().content().contains("# - qid 16"), "the report stands above it");
    }
  }

  @Test
  void aWrongFileIsNamedAndTheCodeStays() {
    try (StudioBrowser browser = browser(true)) {
      browser.open("/studio/bring?lang=en");
      bring(browser, "wrong", "notes.txt", new byte[] {'h', 'i'});
      browser.press("Bring it as a draft");
      assertEquals("wrong", browser.page().locator("#file-code").inputValue());
      assertTrue(
          browser.page().locator("#file-fault").textContent().contains(".xlsx, .lss or .json"));
      assertEquals(List.of(), browser.complaints());
      bring(browser, "may9-kz", "park.xlsx", Sheets.park());
      browser.press("Bring it as a draft");
      assertTrue(browser.page().locator("#file-code-fault").isVisible(), "the code is taken");
      bring(browser, "wrong", "a.json", new byte[] {'{', '}'});
      browser.press("Bring it as a draft");
      assertTrue(browser.main().contains("no SurveyJS definition"), browser.main());
    }
  }

  @Test
  void whoeverSendsItWithoutThePageOrTooMuchOrSomethingElseIsRefused() {
    byte[] form =
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(303, send(HttpRequest.newBuilder(node.uri("/studio/bring")), form).statusCode());
    HttpRequest.Builder foreign =
        HttpRequest.newBuilder(node.uri("/studio/bring"))
            .header("Cookie", "__Host-session=" + author.cookie())
            .header("Sec-Fetch-Site", "same-origin");
    assertEquals(403, send(foreign, form).statusCode());
    assertEquals(422, send(author.studio("/studio/bring"), form).statusCode());
    assertEquals(413, send(author.studio("/studio/bring"), new byte[(2 << 20) + 1]).statusCode());
    assertEquals(415, send(author.studio("/studio/bring"), new byte[9]).statusCode());
    assertEquals(415, send(author.studio("/studio/new"), form).statusCode());
    assertEquals(
        415,
        node.send(
                author
                    .studio("/studio/bring")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("file-code=a")))
            .statusCode());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, byte[] form) {
    return node.send(
        request
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofByteArray(form)));
  }
}
