package org.saualnama.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;

/** The frame that all pages of the studio have in common. */
final class StudioPageTest {
  private static final Pattern ASSET =
      Pattern.compile("(?:href|src)=\"(/studio/assets/[a-z]+-[0-9a-f]{16}\\.(?:css|js))\"");

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void whereThereIsNoPageAPageSaysSo() {
    HttpResponse<String> page = node.get("/studio/nothing?lang=en");
    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("There is nothing at this address"), page.body());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
  }

  @Test
  void aPageBringsNoStyleOrScriptThatItsPolicyDoesNotKnow() {
    HttpResponse<String> page = node.get("/studio/nothing");
    String policy = header(page, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(page.body().contains("<style"), "no style of its own");
    assertFalse(page.body().contains("<script>"), "no script of its own");
    assertFalse(page.body().contains("//"), "nothing from elsewhere");
    assertEquals("no-store", header(page, "Cache-Control"));
  }

  @Test
  void whatAPageNeedsIsKeptForGoodUnderANameThatTellsItsContent() {
    Matcher asset = ASSET.matcher(node.get("/studio/nothing").body());
    for (int found = 0; found < 3; found++) {
      assertTrue(asset.find());
      HttpResponse<String> answer = node.get(asset.group(1));
      assertEquals(200, answer.statusCode());
      assertTrue(header(answer, "Cache-Control").contains("immutable"));
    }
  }

  @Test
  void theChosenLanguageIsRemembered() {
    HttpResponse<String> chosen = node.get("/studio/nothing?lang=ru");
    assertTrue(chosen.body().contains("<html lang=\"ru\">"));
    String cookie = header(chosen, "Set-Cookie");
    assertTrue(cookie.startsWith("studio-language=ru;"), cookie);
    String later = node.get("/studio/none", "Cookie", "studio-language=ru").body();
    assertTrue(later.contains("<html lang=\"ru\">"), later);
  }

  @Test
  void aLanguageThatNobodyOffersIsNotRemembered() {
    HttpResponse<String> page =
        node.get(
            "/studio/none?lang=xx", "Cookie", "studio-language=%22%3E", "Accept-Language", "en");
    assertTrue(page.body().contains("<html lang=\"en\">"), page.body());
    assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void noWayOfWritingTheAddressLeadsToAnotherServer() {
    String page = node.get("//studio/sign-in").body();
    assertTrue(page.contains("href=\"/studio/sign-in?lang=ru\""), page);
    assertFalse(page.contains("=\"//"), page);
  }

  @Test
  void wordsInTheAddressAreNotSaid() {
    String page = node.get("/studio/nothing?done=Give+me+your+password").body();
    assertFalse(page.contains("password"), page);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
