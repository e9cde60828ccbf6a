package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.audit.PgAudit;
import org.saualnama.authoring.Draft;
import org.saualnama.authoring.PgDrafts;
import org.saualnama.postgres.Pools;
import org.saualnama.secret.Secret;
import org.saualnama.texts.Texts;
import org.saualnama.trial.Trial.Kind;

/** Drafts are tried as they are in one revision, long before they are published. */
final class DraftTrialTest {
  @TempDir private static Path folder;
  private static final Vertx VERTX = Vertx.vertx();
  private static Node node;
  private static PgDrafts drafts;
  private static TrialLinks links;
  private final Texts texts = new Texts();

  @BeforeAll
  static void start() throws Exception {
    node = Node.start(folder, TestDefs.shipped(), false);
    Secret secret = Secret.from(folder.resolve("secret"));
    Pool pool = Pools.open(VERTX, node.served());
    drafts = new PgDrafts(pool, new PgAudit(pool, secret));
    links = new TrialLinks(secret, Instant::now);
  }

  @AfterAll
  static void stop() throws Exception {
    done(VERTX.close());
    node.close();
  }

  private static <T> T done(Future<T> future) {
    return future.timeout(30, TimeUnit.SECONDS).await();
  }

  /** A draft that nobody has published, with another title. */
  private static Draft draft(String code, String title) throws Exception {
    String shipped = Files.readString(TestDefs.shipped().resolve("event-feedback.yaml"));
    String definition =
        shipped
            .replace("survey: event-feedback", "survey: " + code)
            .replace("Feedback on the event", title);
    return done(drafts.create(code, definition, "author"));
  }

  private static String link(Kind kind, Draft draft) {
    return links.to(Trial.ofDraft(kind, draft.survey(), draft.revision())).path();
  }

  @Test
  void aDraftIsShownAsItIsInTheRevisionOfTheLink() throws Exception {
    Draft first = draft("one", "First words");
    String old = link(Kind.PREVIEW, first);
    Draft second =
        done(
            drafts.replace(
                "one",
                first.definition().replace("First words", "Second words"),
                first.revision(),
                "author"));
    assertTrue(node.get(old + "/en").body().contains("First words"));
    assertTrue(node.get(link(Kind.PREVIEW, second) + "/en").body().contains("Second words"));
    assertEquals(404, node.get("/s/one").statusCode(), "it is not published");
  }

  @Test
  void testAnswersToADraftNameItsRevision() throws Exception {
    Draft draft = draft("two", "Words");
    HttpResponse<String> end =
        new Walker(node, link(Kind.TEST, draft)).walk("en", "usefulness", "4");
    assertTrue(end.body().contains(texts.text("en", "trial.test.thanks.text")), end.body());
    assertEquals(
        "t " + draft.revision(),
        node.value(
            "SELECT CASE WHEN draft THEN 't ' ELSE 'f ' END || number FROM test_submission"
                + " WHERE survey = 'two'"));
  }

  @Test
  void aStrictQuestionIsTriedAsItWillBeAsked() throws Exception {
    Draft plain = draft("four", "Words");
    String strict =
        plain
            .definition()
            .replace("- question: usefulness\n", "- question: usefulness\n        strict: true\n");
    Draft draft = done(drafts.replace("four", strict, plain.revision(), "author"));
    Walker preview = new Walker(node, link(Kind.PREVIEW, draft));
    HttpResponse<String> consent = node.get(preview.address() + "/ru");
    assertTrue(consent.body().contains(texts.text("ru", "consent.strict.title")));
    HttpResponse<String> asked = preview.post(Walker.state(consent));
    assertTrue(asked.body().contains(texts.text("ru", "strict")), asked.body());
    Walker test = new Walker(node, link(Kind.TEST, draft));
    for (int i = 0; i < 60; i++) {
      test.walk("en", "usefulness", "4");
    }
    // All would be the same with a chance of (7/12)^60.
    assertTrue(
        Integer.parseInt(
                node.value(
                    "SELECT count(DISTINCT content::jsonb #>> '{answers,usefulness}')"
                        + " FROM test_submission WHERE survey = 'four'"))
            > 1,
        "the form has just said that it draws");
  }

  @Test
  void aDraftWithProblemsSaysSoAndShowsNoneOfThem() throws Exception {
    Draft faulty = done(drafts.create("three", "survey: three\nlanguages: [kk", "author"));
    HttpResponse<String> page = node.get(link(Kind.PREVIEW, faulty) + "?lang=en");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains(texts.text("en", "trial.faulty.title")), page.body());
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .endsWith("frame-ancestors 'self'"));
  }

  @Test
  void revisionZeroIsWhatIsPublishedAndNotChangedYet() {
    String link = links.to(Trial.ofDraft(Kind.PREVIEW, "event-feedback", 0)).path();
    HttpResponse<String> page = node.get(link + "/en");
    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains(texts.text("en", "trial.over.title")));
  }

  @Test
  void aRevisionThatIsNotKeptIsOver() {
    String link = links.to(Trial.ofDraft(Kind.PREVIEW, "event-feedback", 4711)).path();
    assertEquals(404, node.get(link).statusCode());
  }
}
