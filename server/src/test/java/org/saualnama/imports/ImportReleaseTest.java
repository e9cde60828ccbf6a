package org.saualnama.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.GoldenInterviews;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.audit.PgAudit;
import org.saualnama.disclosure.PgRows;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.postgres.Pools;
import org.saualnama.release.PgReleaseCut;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;

/** Imported interviews on their way into releases, beside a ballot box that stays closed. */
final class ImportReleaseTest {
  private static final String SURVEY = GoldenInterviews.SURVEY;
  private static final GoldenInterviews GOLDEN = new GoldenInterviews();
  private static final String BY_COLLECTOR =
      "SELECT collector, sum(respondents) FROM tally JOIN profile USING (survey, profile)"
          + " GROUP BY 1 ORDER BY 1";

  private static final String SIZE = "SELECT pg_relation_size('imported')";
  private static final String CUTTING =
      "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
          + " WHERE locktype = 'advisory' AND datname = current_database()";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private Node node;
  private Importing steward;
  private PgReleaseCut cut;

  @BeforeEach
  void start() throws Exception {
    node = Node.start(folder, GoldenInterviews.definitions(folder), false);
    steward = new Importing(node, Person.of(node, "s", Grant.global(Role.STEWARD)), SURVEY);
    Pool pool = Pools.open(vertx, node.served());
    Secret secret = Secret.from(folder.resolve("secret"));
    BallotSeal seal = new BallotSeal(secret);
    // The node looks every ten seconds, which is long.
    PgRows rows = new PgRows(pool, new PublishedReleases(), secret);
    cut = new PgReleaseCut(pool, seal, rows, new PgAudit(pool, secret), p -> p);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void everyRowOfTheGoldenMicrodataIsAccountedFor() throws Exception {
    for (Map.Entry<String, String> source : GoldenInterviews.COLLECTORS.entrySet()) {
      String query = "ignore=id,source&collector=" + source.getValue();
      var answer = steward.send(query, Importing.CSV, GOLDEN.csv(source.getKey()));
      assertEquals(201, answer.statusCode(), answer::body);
      assertEquals(
          GOLDEN.rows(source.getKey()).size(), Importing.json(answer).at("/taken").asInt());
    }
    cut();
    assertEquals("0", node.value("SELECT count(*) FROM imported"));
    assertEquals("5000", node.value("SELECT max(responses) FROM release"));
    assertEquals(List.of(List.of("invited", "1094"), List.of("open", "3906")), byCollector());
    assertEquals(answered("q_role"), tallied("q_role"));
    assertEquals(answered("q_scale"), tallied("q_scale"));
    assertEquals(4_771, tallied("q_forms"));
    for (String column : List.of("q_forms.parade", "q_forms.none", "q_forms.quiet_memorial")) {
      long marked = GOLDEN.rows("").stream().filter(row -> row.get(column).equals("1")).count();
      assertEquals(marked, tallied(column.replace('.', '=')), column);
    }
    Eventually.until("the table is swept", () -> node.value(SIZE).equals("0"));
  }

  private static long answered(String question) {
    return GOLDEN.rows("").stream().filter(row -> !row.get(question).isEmpty()).count();
  }

  /** Of an item how many answered it, of {@code item=code} how many chose it. */
  private long tallied(String place) {
    String of = place.contains("=") ? "r.cells, t.chosen" : "r.items, t.answered";
    return Long.parseLong(
        node.value(
            ("SELECT sum(many) FROM tally t JOIN release r USING (survey, release),"
                    + " unnest(%s) AS p (place, many) WHERE place = '%s'")
                .formatted(of, place)));
  }

  @Test
  void enoughImportedOnesAreReleasedWhileTheBoxStaysClosed() throws Exception {
    submit(19);
    bring(19, "w1");
    assertFalse(cut(), "38 in all, but neither is enough");
    bring(20, "w2");
    cut();
    assertEquals("19", node.value("SELECT count(*) FROM submission"));
    assertEquals("39", node.value("SELECT responses FROM release"));
    assertEquals("f", node.value("SELECT opened_box FROM release"));
    assertEquals(
        List.of(List.of("interviewer:w1", "19"), List.of("interviewer:w2", "20")), byCollector());
  }

  @Test
  void aReleaseOfImportedOnesDoesNotMakeTheBoxRestNorWaitForIt() throws Exception {
    bring(20, "w1");
    cut();
    bring(1, "w2");
    submit(20);
    cut();
    assertEquals("t", node.value("SELECT opened_box FROM release ORDER BY release DESC LIMIT 1"));
    assertEquals("41", node.value("SELECT max(responses) FROM release"), "the one goes along");
    submit(20);
    bring(20, "w3");
    cut();
    assertEquals("20", node.value("SELECT count(*) FROM submission"), "the box rests");
    assertEquals("61", node.value("SELECT max(responses) FROM release"));
    assertEquals("3", node.value("SELECT max(release) FROM release"));
  }

  @Test
  void closingTakesImportedOnesTooAndLeavesTooFewInTheBox() throws Exception {
    submit(9);
    bring(10, "w1");
    node.query("UPDATE survey SET state = 'closing'");
    cut();
    assertEquals("9", node.value("SELECT count(*) FROM submission"));
    assertEquals("10", node.value("SELECT responses FROM release"));
    assertEquals("closed", node.value("SELECT state FROM survey"));
  }

  @Test
  void closingTakesBothWhereTheBoxHasEnough() throws Exception {
    submit(10);
    bring(3, "w1");
    node.query("UPDATE survey SET state = 'closing'");
    cut();
    assertEquals("0", node.value("SELECT count(*) FROM submission"));
    assertEquals("13", node.value("SELECT responses FROM release"));
  }

  /** The node itself may be at it, or have been faster: whoever it is, what is due is cut. */
  private boolean cut() throws Exception {
    String before = node.value("SELECT count(*) FROM release");
    for (int i = 0; i < 2; i++) {
      cut.cutIfDue(node.app().surveys().find(SURVEY).orElseThrow(), step -> {})
          .await(1, TimeUnit.MINUTES);
      Eventually.until("nobody cuts a release", () -> node.value(CUTTING).equals("0"));
    }
    return !before.equals(node.value("SELECT count(*) FROM release"));
  }

  private void submit(int count) {
    for (int i = 0; i < count; i++) {
      Map<String, ?> answers = Map.of("region", "KZ-75", "q_role", "both");
      assertEquals(
          201, node.submit(SURVEY, UUID.randomUUID(), Node.submission(answers)).statusCode());
    }
  }

  private void bring(int count, String wave) {
    String rows =
        IntStream.range(0, count).mapToObj(i -> "KZ-71,4\n").collect(Collectors.joining());
    var answer =
        steward.send(
            "collector=interviewer&wave=" + wave, Importing.CSV, "region,q_scale\n" + rows);
    assertEquals(201, answer.statusCode(), answer::body);
  }

  private List<List<String>> byCollector() {
    return node.query(BY_COLLECTOR);
  }
}
