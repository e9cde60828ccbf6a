package org.saualnama.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.audit.PgAudit;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.disclosure.PgRows;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.postgres.Pools;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Question;

/** The release transaction, cut by hand on a node that is no demonstration. */
final class ReleaseTest {
  private static final String SURVEY = "may9-kz";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private Node node;
  private Pool pool;
  private PgReleaseCut cut;

  @BeforeEach
  void start() throws Exception {
    node = Node.startThatCutsNothing(folder, TestDefs.shipped());
    pool = Pools.open(vertx, node.served());
    Secret secret = Secret.from(folder.resolve("secret"));
    BallotSeal seal = new BallotSeal(secret);
    PgRows rows = new PgRows(pool, new PublishedReleases(), secret);
    cut = new PgReleaseCut(pool, seal, rows, new PgAudit(pool, secret), p -> p);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void waitsForAHundredNewcomersThenForAQuarterMoreAndADay() throws Exception {
    send(0, 99);
    assertFalse(cut());
    send(99, 100);
    assertTrue(cut());
    send(100, 200);
    assertFalse(cut(), "a day has not passed");
    aDayPasses();
    assertTrue(cut());
    send(200, 1_000);
    aDayPasses();
    assertTrue(cut());
    send(1_000, 1_249);
    aDayPasses();
    assertFalse(cut(), "a quarter of 1,000 is 250");
    send(1_249, 1_250);
    assertTrue(cut());
    accountsAreExact(1_250, 4);
  }

  @Test
  void twoNodesCutOnlyOneRelease() throws Exception {
    send(0, 150);
    var first = cut.cutIfDue(survey(), step -> {});
    var second = cut.cutIfDue(survey(), step -> {});
    boolean one = first.await(1, TimeUnit.MINUTES);
    boolean other = second.await(1, TimeUnit.MINUTES);
    assertNotEquals(one, other);
    accountsAreExact(150, 1);
  }

  @Test
  void whatCanNotBeOpenedIsSetAsideAndStopsNobody() throws Exception {
    send(0, 120);
    node.query("INSERT INTO submission VALUES ('may9-kz', '\\x00'), ('may9-kz', sha512('x'))");
    assertTrue(cut());
    assertEquals("2", node.value("SELECT count(*) FROM set_aside"));
    accountsAreExact(120, 1);
  }

  @Test
  void theAuditLogTellsHowManyWereSetAsideAndNothingOfThem() throws Exception {
    send(0, 120);
    Secret lost = Secret.from(folder.resolve("lost"));
    insert(new Seal(lost.key("ballot-box", SURVEY), 384).seal("{}".getBytes(UTF_8)));
    insert(own().seal("{\"v\":1,\"a\":null}".getBytes(UTF_8)));
    insert(own().seal("{\"v\":0}".getBytes(UTF_8)));
    insert(own().seal(new byte[] {1, 2, 3}));
    insert(new byte[0]);
    assertTrue(cut());
    assertEquals(
        List.of(List.of("it can not be opened", "2"), List.of("it can not be understood", "3")),
        node.query("SELECT reason, count(*) FROM set_aside GROUP BY 1 ORDER BY 1"));
    assertTrue(
        node.value("SELECT line FROM audit_entry WHERE line LIKE '%set-aside%'")
            .contains("\"submissions\":5"));
    accountsAreExact(120, 1);
  }

  private Seal own() throws Exception {
    return new Seal(Secret.from(folder.resolve("secret")).key("ballot-box", SURVEY), 384);
  }

  private void insert(byte[] sealed) {
    String hex = HexFormat.of().formatHex(sealed);
    node.query("INSERT INTO submission VALUES ('may9-kz', '\\x" + hex + "')");
  }

  @Test
  void responsesAndTheirTextsAreShuffledEachInAWayOfTheirOwn() throws Exception {
    List<String> sent = sendNumberedOneAfterTheOther();
    assertTrue(cut());
    List<String> responses =
        column("SELECT (answers->>'age') || ' ' || (answers->>'region') FROM response");
    List<String> texts = column("SELECT text FROM response_text");
    for (List<String> stored : List.of(responses, texts)) {
      assertEquals(Set.copyOf(sent), Set.copyOf(stored));
      assertNotEquals(sent, stored);
    }
    assertNotEquals(responses, texts, "the order of texts would tell whose they are");
  }

  /** No two give the same age and region, and each says them in a text too. */
  private List<String> sendNumberedOneAfterTheOther() {
    List<String> sent = new ArrayList<>();
    for (String age : codes("age")) {
      for (String region : codes("region")) {
        String text = age + " " + region;
        Map<String, ?> answers =
            Map.of("age", age, "region", region, "done", List.of("other"), "done.other", text);
        assertEquals(
            201, node.submit(SURVEY, UUID.randomUUID(), Node.submission(answers)).statusCode());
        sent.add(text);
      }
    }
    return sent;
  }

  private List<String> codes(String question) {
    Question asked = survey().latest().questions().get(question);
    return survey().latest().itemsOf(asked).get(0).codes().stream()
        .filter(code -> !asked.screenOut().contains(code))
        .toList();
  }

  /** A column in the order in which its rows lie. */
  private List<String> column(String select) {
    return node.query(select + " ORDER BY ctid").stream().map(row -> row.get(0)).toList();
  }

  @Test
  void responsesAreCutFromTheirReceiptsAndTheBoxIsSwept() throws Exception {
    send(0, 200);
    assertTrue(cut());
    assertEquals(
        List.of("answers", "profile", "record_key", "release", "shown", "survey", "version"),
        node
            .query(
                "SELECT column_name FROM information_schema.columns"
                    + " WHERE table_name = 'response' ORDER BY 1")
            .stream()
            .map(row -> row.get(0))
            .toList());
    assertEquals("200", node.value("SELECT count(DISTINCT record_key) FROM response"));
    assertEquals("0", node.value("SELECT pg_relation_size('submission')"), "the box is swept");
  }

  @Test
  void theTalliesAreTheResponsesCountedAsOfEachRelease() throws Exception {
    send(0, 100);
    assertTrue(cut());
    send(100, 260);
    aDayPasses();
    assertTrue(cut());
    for (int release = 1; release <= 2; release++) {
      Tallies tallies = asOf(release);
      int meaning = tallies.itemPlace("meaning");
      int both = tallies.cellPlace("meaning", "both");
      int flowers = tallies.cellPlace("done", "flowers");
      long answered = 0;
      long keys = 0;
      long chosen = 0;
      long laid = 0;
      for (Tally tally : tallies.byProfile().values()) {
        answered += tally.answered(meaning);
        keys += tally.keySum(meaning);
        chosen += tally.chosen(both);
        laid += tally.chosen(flowers);
      }
      String upTo = " FROM response WHERE release <= " + release + " AND answers";
      assertEquals(node.value("SELECT count(*)" + upTo + " ? 'meaning'"), Long.toString(answered));
      assertEquals(
          node.value("SELECT count(*)" + upTo + "->>'meaning' = 'both'"), Long.toString(chosen));
      assertEquals(
          node.value("SELECT count(*)" + upTo + "->'done' ? 'flowers'"), Long.toString(laid));
      assertEquals(
          node.query("SELECT record_key" + upTo + " ? 'meaning'").stream()
              .mapToLong(row -> Long.parseLong(row.get(0)))
              .sum(),
          keys);
    }
  }

  @Test
  void aPausedSurveyTakesNoneButGoesOnReleasing() throws Exception {
    send(0, 100);
    node.query("UPDATE survey SET state = 'paused' WHERE survey = 'may9-kz'");
    assertEquals(409, submit(500).statusCode());
    assertTrue(cut());
    accountsAreExact(100, 1);
    assertEquals("paused", node.value("SELECT state FROM survey WHERE survey = 'may9-kz'"));
  }

  @Test
  void aClosedSurveyReleasesItsRestOnceAndTakesNoMore() throws Exception {
    send(0, 100);
    assertTrue(cut());
    send(100, 115);
    node.query("UPDATE survey SET state = 'closing' WHERE survey = 'may9-kz'");
    assertTrue(cut());
    accountsAreExact(115, 2);
    assertEquals("closed", node.value("SELECT state FROM survey WHERE survey = 'may9-kz'"));
    assertFalse(cut());
    assertEquals(409, submit(500).statusCode());
    assertEquals(200, submit(3).statusCode(), "a known key gets its receipt after closing too");
  }

  @Test
  void fewerThanTenAtClosingStayUnpublished() throws Exception {
    send(0, 9);
    node.query("UPDATE survey SET state = 'closing' WHERE survey = 'may9-kz'");
    assertFalse(cut());
    assertEquals("closed", node.value("SELECT state FROM survey WHERE survey = 'may9-kz'"));
    assertEquals("0", node.value("SELECT count(*) FROM response"));
  }

  @Test
  void aSurveyClosesEvenIfTooFewOfItsLastSubmissionsCanBeOpened() throws Exception {
    send(0, 9);
    node.query("INSERT INTO submission VALUES ('may9-kz', '\\x00')");
    node.query("UPDATE survey SET state = 'closing' WHERE survey = 'may9-kz'");
    assertThrows(RuntimeException.class, this::cut);
    assertEquals("closed", node.value("SELECT state FROM survey WHERE survey = 'may9-kz'"));
    assertEquals("10", node.value("SELECT count(*) FROM submission"));
  }

  @ParameterizedTest
  @CsvSource({
    "release, newcomers = newcomers",
    "published_figure, base = base",
    "survey_version, definition = definition"
  })
  void whatIsPublishedRefusesChange(String table, String nothingNew) throws Exception {
    send(0, 100);
    assertTrue(cut());
    assertNotEquals("0", node.value("SELECT count(*) FROM " + table));
    assertRefused("DELETE FROM " + table);
    assertRefused("UPDATE " + table + " SET " + nothingNew);
  }

  private void assertRefused(String change) {
    String failure =
        assertThrows(IllegalStateException.class, () -> node.query(change)).getCause().getMessage();
    assertTrue(failure.contains("is published and never changes"), failure);
  }

  private void accountsAreExact(int responses, int releases) {
    String expected = Integer.toString(responses);
    assertEquals("0", node.value("SELECT count(*) FROM submission WHERE survey = 'may9-kz'"));
    assertEquals(expected, node.value("SELECT count(*) FROM response"));
    assertEquals(expected, node.value("SELECT count(*) FROM receipt"));
    assertEquals(expected, node.value("SELECT sum(newcomers) FROM release"));
    assertEquals(expected, node.value("SELECT max(responses) FROM release"));
    assertEquals(expected, node.value("SELECT sum(respondents) FROM tally"));
    assertEquals(Integer.toString(releases), node.value("SELECT max(release) FROM release"));
    assertEquals(Integer.toString(releases), node.value("SELECT count(*) FROM release"));
  }

  private Tallies asOf(int release) throws TimeoutException {
    return pool.withTransaction(
            connection -> PgTallies.asOf(connection, survey().latest(), release))
        .await(1, TimeUnit.MINUTES);
  }

  private boolean cut() throws TimeoutException {
    return cut.cutIfDue(survey(), step -> {}).await(1, TimeUnit.MINUTES);
  }

  private PublishedSurvey survey() {
    return node.app().surveys().find(SURVEY).orElseThrow();
  }

  private void aDayPasses() {
    node.query("ALTER TABLE release DISABLE TRIGGER published_for_good");
    node.query("UPDATE release SET cut_at = cut_at - interval '24 hours'");
    node.query("ALTER TABLE release ENABLE TRIGGER published_for_good");
  }

  private void send(int from, int to) {
    IntStream.range(from, to).parallel().forEach(i -> assertEquals(201, submit(i).statusCode()));
  }

  private java.net.http.HttpResponse<String> submit(int i) {
    SyntheticRespondent respondent = respondent(i);
    return node.submit(SURVEY, respondent.id(), respondent.submission());
  }

  private SyntheticRespondent respondent(int i) {
    return new SyntheticRespondent(survey().latest(), i);
  }
}
