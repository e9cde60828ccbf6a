package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.secret.Secret;
import org.saualnama.texts.Texts;
import org.saualnama.trial.Trial.Kind;

/** Test submissions lie in a box of their own, and nothing that counts ever hears of them. */
final class TestModeTest {
  private static final String SURVEY = "event-feedback";
  private static final Trial TRIAL = Trial.ofVersion(Kind.TEST, SURVEY, 1);

  @TempDir private static Path folder;
  private static Node node;
  private static Secret secret;
  private final Texts texts = new Texts();

  @BeforeAll
  static void start() throws Exception {
    // A demonstration cuts a release as soon as it can: what leaked would soon be a figure.
    node = Node.start(folder, TestDefs.shipped(), true);
    secret = Secret.from(folder.resolve("secret"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void empty() {
    node.query("DELETE FROM test_submission");
  }

  private static Walker walker(Duration ago) {
    TrialLinks links = new TrialLinks(secret, () -> Instant.now().minus(ago));
    return new Walker(node, links.to(TRIAL).path());
  }

  @Test
  void whatIsSentLiesInTheTestBoxAsItWasAnswered() {
    HttpResponse<String> end =
        walker(Duration.ZERO).walk("en", "usefulness", "4", "liked", "other", "liked.other", "tea");
    assertEquals(200, end.statusCode());
    assertTrue(end.body().contains(texts.text("en", "trial.test.thanks.text")), end.body());
    List<List<String>> rows =
        node.query(
            "SELECT survey, draft, number, content::jsonb ->> 'language',"
                + " content::jsonb -> 'answers' FROM test_submission");
    assertEquals(1, rows.size());
    assertEquals(List.of(SURVEY, "f", "1", "en"), rows.get(0).subList(0, 4));
    assertEquals(
        "{\"liked\": [\"other\"], \"usefulness\": \"4\", \"liked.other\": \"tea\"}",
        rows.get(0).get(4));
  }

  @Test
  void nothingThatCountsHearsOfIt() {
    String before = counted();
    Walker walker = walker(Duration.ZERO);
    for (int i = 0; i < 30; i++) {
      walker.walk("en", "usefulness", "4");
    }
    assertEquals("30", node.value("SELECT count(*) FROM test_submission"));
    assertEquals(before, counted());
    HttpResponse<String> releases = node.get("/api/v1/surveys/" + SURVEY + "/releases");
    assertTrue(releases.body().contains("\"releases\":[]"), releases.body());
  }

  private static String counted() {
    return node.value(
        """
        SELECT (SELECT count(*) FROM receipt) + (SELECT count(*) FROM submission)
          + (SELECT count(*) FROM response) + (SELECT count(*) FROM response_text)
          + (SELECT count(*) FROM profile) + (SELECT count(*) FROM tally)
          + (SELECT count(*) FROM release) + (SELECT count(*) FROM published_figure)
          + (SELECT count(*) FROM break_off)
        """);
  }

  @Test
  void itHoldsNoTimeAndNothingOfWhoSentIt() {
    assertEquals(
        "content,draft,number,survey",
        node.value(
            "SELECT string_agg(column_name, ',' ORDER BY column_name)"
                + " FROM information_schema.columns WHERE table_name = 'test_submission'"));
  }

  @Test
  void thePageSaysThatAuthorsReadItAndMayStandInNoFrame() {
    for (String language : texts.languages()) {
      HttpResponse<String> page = node.get(walker(Duration.ZERO).address() + "/" + language);
      assertTrue(page.body().contains(texts.text(language, "trial.test")), language);
      assertTrue(
          page.headers()
              .firstValue("Content-Security-Policy")
              .orElseThrow()
              .endsWith("; frame-ancestors 'none'"));
    }
  }

  @Test
  void theRulesOfTheSurveyHoldHereToo() {
    Walker walker = walker(Duration.ZERO);
    HttpResponse<String> consent = node.get(walker.address() + "/en");
    HttpResponse<String> page = walker.post(Walker.state(consent));
    HttpResponse<String> again = walker.post(Walker.state(page), "usefulness", "99");
    assertTrue(again.body().contains("could not be read"), again.body());
    assertEquals("0", node.value("SELECT count(*) FROM test_submission"));
  }

  @Test
  void aFullBoxTakesNoMoreAndSaysSo() {
    node.query(
        "INSERT INTO test_submission SELECT '"
            + SURVEY
            + "', false, 1, '{}' FROM generate_series(1, "
            + PgTestBox.ROOM
            + ")");
    HttpResponse<String> end = walker(Duration.ZERO).walk("ru", "usefulness", "4");
    assertEquals(429, end.statusCode());
    assertTrue(end.body().contains(texts.text("ru", "full.title")), end.body());
    assertFalse(end.body().contains(texts.text("ru", "failed.title")));
    assertEquals(
        Integer.toString(PgTestBox.ROOM), node.value("SELECT count(*) FROM test_submission"));
  }

  @Test
  void aLinkIsGoodForTwoWeeks() {
    assertEquals(200, node.get(walker(Duration.ofDays(13)).address()).statusCode());
    assertEquals(404, node.get(walker(Duration.ofDays(14)).address()).statusCode());
  }
}
