package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
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

/** How sessions end that somebody has open elsewhere, seen from each of the browsers. */
final class SessionsInBrowserTest {
  private static final String FRESH = "a paper boat upstream";
  private static final String SIGN_IN = "/studio/sign-in";

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), false);
    Person.of(node, "admin", Grant.global(Role.ADMIN));
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

  @Test
  void signingOutEverywhereEndsTheSessionsOfAllDevicesAndPrograms() {
    Person person = author("saule");
    try (StudioBrowser here = signedIn("saule", Person.PASSWORD);
        StudioBrowser there = signedIn("saule", Person.PASSWORD);
        StudioBrowser admin = signedIn("admin", Person.PASSWORD)) {
      assertEquals(200, me(person));
      here.open("/studio/account");
      here.press("Sign out everywhere");
      assertEquals(SIGN_IN, here.path());
      assertTrue(here.main().contains("You are signed out."), here.main());
      assertEquals(List.of(), here.complaints());
      assertSignedOut(here);
      assertSignedOut(there);
      assertEquals(401, me(person));
      admin.open("/studio/accounts");
      assertEquals("/studio/accounts", admin.path(), "nobody else is signed out");
      there.signIn("saule", Person.PASSWORD);
      assertEquals("/studio", there.path(), "the password is what it was");
    }
  }

  @Test
  void whoIsDisabledIsOutAtOnceAndComesInAgainOnlyWhenEnabled() {
    Person person = author("bolat");
    try (StudioBrowser browser = signedIn("bolat", Person.PASSWORD);
        StudioBrowser admin = signedIn("admin", Person.PASSWORD)) {
      browser.open("/studio/new");
      browser.page().locator("#code").fill("steppe");
      manage(admin, "bolat");
      assertEquals(List.of(), admin.complaints());
      admin.page().locator("button.danger").click();
      assertDone(admin);
      assertEquals("disabled", state(admin, "bolat"));
      assertEquals(401, me(person));
      browser.press("Create the draft");
      assertEquals(SIGN_IN, browser.path(), "a page that was open changes nothing any more");
      assertEquals("0", node.value("SELECT count(*) FROM draft WHERE survey = 'steppe'"));
      browser.signIn("bolat", Person.PASSWORD);
      assertTrue(browser.main().contains("The name or the password is wrong."), browser.main());
      manage(admin, "bolat");
      admin.page().locator("form[action$='/enable'] button").click();
      assertDone(admin);
      assertEquals("active", state(admin, "bolat"));
      assertEquals(401, me(person), "what has ended stays so");
      browser.open(SIGN_IN);
      browser.signIn("bolat", Person.PASSWORD);
      assertEquals("/studio", browser.path());
      browser.open("/studio/new");
      assertTrue(browser.page().locator("#code").isVisible(), "with the roles from before");
    }
  }

  @Test
  void theLastAdminCanNotLockEverybodyOut() {
    try (StudioBrowser admin = signedIn("admin", Person.PASSWORD)) {
      manage(admin, "admin");
      admin.page().locator("button.danger").click();
      assertTrue(admin.page().locator("#faults").textContent().contains("another admin first"));
      assertEquals(List.of(), admin.complaints());
      admin.open("/studio/accounts");
      assertEquals("active", state(admin, "admin"));
    }
  }

  @Test
  void aNewPasswordEndsAllOtherSessionsAndTheOldOneIsGoodForNothing() {
    Person person = author("dana");
    try (StudioBrowser here = signedIn("dana", Person.PASSWORD);
        StudioBrowser there = signedIn("dana", Person.PASSWORD)) {
      Page page = here.open("/studio/account");
      change(here, "not the one I have", FRESH, FRESH);
      assertTrue(page.locator("#old_password-fault").isVisible());
      assertEquals(List.of(), here.complaints());
      change(here, Person.PASSWORD, FRESH, FRESH + "!");
      assertTrue(page.locator("#again-fault").isVisible());
      change(here, Person.PASSWORD, "short", "short");
      assertTrue(page.locator("#password-fault").textContent().contains("at least 12"));
      assertFalse(page.content().contains(Person.PASSWORD), "no password comes back");
      assertEquals(200, me(person), "nothing has changed so far");
      change(here, Person.PASSWORD, FRESH, FRESH);
      assertDone(here);
      assertEquals("/studio/account", here.path(), "this session goes on");
      assertSignedOut(there);
      assertEquals(401, me(person));
      there.signIn("dana", Person.PASSWORD);
      assertTrue(there.main().contains("The name or the password is wrong."), there.main());
      there.open(SIGN_IN);
      there.signIn("dana", FRESH);
      assertEquals("/studio", there.path());
    }
  }

  private static Person author(String name) {
    return Person.of(node, name, Grant.global(Role.AUTHOR));
  }

  private static StudioBrowser signedIn(String name, String password) {
    StudioBrowser browser = StudioBrowser.inspected(chromium, node);
    browser.open(SIGN_IN + "?lang=en");
    browser.signIn(name, password);
    assertEquals("/studio", browser.path());
    return browser;
  }

  /** What the API says to the token of a session of its own. */
  private static int me(Person person) {
    return node.send(person.api("/api/v1/me")).statusCode();
  }

  private static void assertSignedOut(StudioBrowser browser) {
    browser.open("/studio");
    assertEquals(SIGN_IN, browser.path());
  }

  private static void assertDone(StudioBrowser browser) {
    browser.page().waitForSelector(".done");
  }

  private static void manage(StudioBrowser admin, String name) {
    admin.open("/studio/accounts");
    admin.press(name);
    assertEquals("Manage " + name, admin.page().locator("h1").textContent());
  }

  private static String state(StudioBrowser admin, String name) {
    Page.LocatorOptions named = new Page.LocatorOptions().setHasText(name);
    return admin.page().locator("section.card", named).locator(".state").textContent();
  }

  private static void change(StudioBrowser browser, String old, String fresh, String again) {
    browser.page().locator("#old_password").fill(old);
    browser.page().locator("#password").fill(fresh);
    browser.page().locator("#again").fill(again);
    browser.press("Change the password");
  }
}
