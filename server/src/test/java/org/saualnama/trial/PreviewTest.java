package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.secret.Secret;
import org.saualnama.texts.Texts;
import org.saualnama.trial.Trial.Kind;

/** A preview is the real form, and leaves nothing behind. */
final class PreviewTest {
  private static final String SURVEY = "event-feedback";
  private static final Trial TRIAL = Trial.ofVersion(Kind.PREVIEW, SURVEY, 1);
  private static final String[] ANSWERS = {"usefulness", "4", "comment", "a fine day"};

  @TempDir private static Path folder;
  private static Node node;
  private static Secret secret;
  private final Texts texts = new Texts();

  @BeforeAll
  static void start() throws Exception {
    node = Node.start(folder, TestDefs.shipped(), false);
    secret = Secret.from(folder.resolve("secret"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static TrialLinks links(Duration ago) {
    return new TrialLinks(secret, () -> Instant.now().minus(ago));
  }

  private static String link(Trial trial) {
    return links(Duration.ZERO).to(trial).path();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void itIsTheRealFormUnderABannerInEachLanguage(String language) {
    HttpResponse<String> page = node.get(link(TRIAL) + "/" + language);
    assertEquals(200, page.statusCode());
    String real = node.get("/s/" + SURVEY + "/" + language).body();
    assertEquals(plain(real), plain(page.body()));
    assertTrue(page.body().contains(texts.text(language, "trial.preview")));
    assertFalse(real.contains("class=\"banner\""));
  }

  private static String plain(String page) {
    return page.replaceAll("value=\"[0-9]{8}[^\"]+\"", "")
        .replaceAll("action=\"[^\"]+\"", "")
        .replaceAll("<p class=\"banner\".*?</p>", "")
        .replaceAll("\\s*\\n", "");
  }

  @Test
  void walkedToItsEndItHasChangedNothingInTheDatabase() {
    Map<String, String> before = everything();
    HttpResponse<String> end = new Walker(node, link(TRIAL)).walk("en", ANSWERS);
    assertEquals(200, end.statusCode());
    assertTrue(end.body().contains(texts.text("en", "trial.preview.thanks.text")), end.body());
    assertFalse(end.body().contains("class=\"receipt\""));
    assertEquals(before, everything());
  }

  private static Map<String, String> everything() {
    Map<String, String> rows = new TreeMap<>();
    for (List<String> table :
        node.query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
      rows.put(
          table.get(0),
          node.value(
              "SELECT coalesce(string_agg(t::text, ';' ORDER BY t::text), '') FROM "
                  + table.get(0)
                  + " t"));
    }
    return rows;
  }

  @Test
  void onlyAPreviewMayStandInAFrameAndOnlyInOneOfOurs() {
    assertTrue(policy(link(TRIAL)).endsWith("; frame-ancestors 'self'"));
    assertTrue(policy("/s/" + SURVEY).endsWith("; frame-ancestors 'none'"));
    assertTrue(policy("/trial/forged").endsWith("; frame-ancestors 'none'"));
  }

  private static String policy(String path) {
    return node.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  @Test
  void aPageOfAPreviewCannotBeSentToTheRealFormNorTheOtherWayRound() {
    Walker preview = new Walker(node, link(TRIAL));
    Walker another = new Walker(node, link(TRIAL));
    Walker real = new Walker(node, "/s/" + SURVEY);
    String tried = Walker.state(node.get(preview.address() + "/en"));
    String meant = Walker.state(node.get(real.address() + "/en"));
    assertEquals(400, real.post(tried).statusCode());
    assertEquals(400, preview.post(meant).statusCode());
    assertEquals(400, another.post(tried).statusCode());
    assertEquals(200, preview.post(tried).statusCode());
    assertEquals("0", node.value("SELECT count(*) FROM submission"));
  }

  @Test
  void aLinkThatIsForgedCutOrOfAnotherPurposeSaysSo() throws Exception {
    String good = link(TRIAL);
    Secret other = Secret.from(folder.resolve("other-secret"));
    String foreign = new TrialLinks(other, Instant::now).to(TRIAL).path();
    String changed = good.substring(0, 30) + (good.charAt(30) == 'A' ? 'B' : 'A');
    for (String bad :
        List.of(
            "/trial/x",
            "/trial/" + "A".repeat(200),
            foreign,
            good.substring(0, good.length() - 4),
            changed + good.substring(31),
            link(Trial.ofVersion(Kind.PREVIEW, SURVEY, 99)),
            link(Trial.ofVersion(Kind.PREVIEW, "nothing", 1)))) {
      assertOver(bad);
    }
    assertEquals(404, node.get(good + "/en/more").statusCode());
  }

  @Test
  void aLinkIsGoodForADay() {
    assertEquals(200, node.get(links(Duration.ofHours(23)).to(TRIAL).path()).statusCode());
    assertOver(links(Duration.ofHours(24)).to(TRIAL).path());
  }

  private void assertOver(String path) {
    HttpResponse<String> page = node.get(path + "?lang=ru");
    assertEquals(404, page.statusCode(), path);
    assertTrue(page.body().contains(texts.text("ru", "trial.over.title")), path);
  }
}
