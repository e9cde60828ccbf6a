package org.saualnama.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
import org.saualnama.Node;
import org.saualnama.TestDefs;

/** A real browser signs in with a real provider, and is shown the studio. */
final class CertifiedProviderTest {
  @TempDir private static Path folder;
  private static Chromium chromium;
  private static ProviderProcess provider;
  private static Node node;

  @BeforeAll
  static void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    provider = ProviderProcess.start().orElse(null);
    assumeTrue(
        provider != null,
        "skipped: needs `node`, and `npm ci --prefix server/src/test/oidc-provider`");
    OidcSettings settings =
        new OidcSettings(
            URI.create(provider.issuer()),
            "saualnama",
            Optional.of("secret of the client"),
            Optional.empty(),
            new RoleMapping("groups=boss->admin"));
    node = Node.start(folder, TestDefs.shipped(), settings);
    provider.serve(url(OidcRoutes.CALLBACK));
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (provider != null) {
      provider.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static String url(String path) {
    return "http://localhost:" + node.app().port() + path;
  }

  private static Page signIn(BrowserContext context, String name) {
    Page page = context.newPage();
    page.navigate(url("/studio/accounts?lang=en"));
    page.getByText("Sign in with your organisation's account").click();
    page.locator("input[name=login]").fill(name);
    page.locator("input[name=password]").fill("any");
    page.locator("button[type=submit]").click();
    // The provider asks whether this server may know it.
    page.locator("button[type=submit]").click();
    return page;
  }

  private static BrowserContext context() {
    return chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
  }

  @Test
  void whoIsKnownThereComesBackToThePageTheyWanted() {
    try (BrowserContext context = context()) {
      Page page = signIn(context, "boss");
      page.waitForURL(address -> address.contains("/studio/accounts"));
      assertTrue(page.locator("main").textContent().contains("boss"));
      assertEquals(
          List.of("__Host-session"),
          context.cookies(url("/")).stream()
              .map(cookie -> cookie.name)
              .filter(name -> name.startsWith("__Host"))
              .toList());
      page.reload();
      assertTrue(page.url().contains("/studio/accounts"), "the session lasts");
    }
  }

  @Test
  void whomNothingIsGrantedReadsWhy() {
    try (BrowserContext context = context()) {
      Page page = signIn(context, "stranger");
      page.getByText("Nothing is open to you here").waitFor();
      assertEquals(List.of(), Barriers.on(page));
      assertEquals("0", node.value("SELECT count(*) FROM account WHERE name = 'stranger'"));
    }
  }
}
