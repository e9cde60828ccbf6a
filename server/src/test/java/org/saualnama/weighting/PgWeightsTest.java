package org.saualnama.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.WeighedFeedback;
import org.saualnama.postgres.Pools;
import org.slf4j.LoggerFactory;

/** Weights as a part of a release. */
final class PgWeightsTest {
  @TempDir private static Path folder;
  private static final Vertx VERTX = Vertx.vertx();
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static Node node;
  private static PgWeights weights;

  @BeforeAll
  static void start() throws Exception {
    LOG.start();
    ((Logger) LoggerFactory.getLogger(PgWeights.class)).addAppender(LOG);
    node = WeighedFeedback.start(folder);
    Pool pool = Pools.open(VERTX, node.served());
    weights = new PgWeights(pool);
  }

  @AfterAll
  static void stop() throws Exception {
    node.close();
    ((Logger) LoggerFactory.getLogger(PgWeights.class)).detachAppender(LOG);
    VERTX.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void aReleaseHasTheWeightsOfEachCollectorAndScheme() throws Exception {
    for (String collector : List.of("open", "invited:few", "interviewer:2027-05")) {
      for (Scheme scheme : List.of(Scheme.RAKED, Scheme.CALIBRATED, Scheme.TRIMMED)) {
        StoredWeights stored = of(collector, scheme);
        assertTrue(stored.failed().isEmpty(), () -> collector + " " + stored.failed());
        assertMeetsTheMargin(collector, stored);
      }
    }
    assertTrue(
        weights.of(WeighedFeedback.SURVEY, 2, "open", Scheme.RAKED).await().isEmpty(),
        "there is no second release");
  }

  /** By the profiles of the database, in the order of their numbers. */
  private static void assertMeetsTheMargin(String collector, StoredWeights stored) {
    List<List<String>> profiles =
        node.query(
            "SELECT coalesce(segments[1], ''), sum(respondents) FROM tally"
                + " JOIN profile USING (survey, profile) WHERE collector = '"
                + collector
                + "' GROUP BY profile, segments ORDER BY profile");
    assertEquals(profiles.size(), stored.weights().length);
    double inPerson = 0;
    double online = 0;
    double all = 0;
    int respondents = 0;
    for (int g = 0; g < profiles.size(); g++) {
      int count = Integer.parseInt(profiles.get(g).get(1));
      double weighted = count * stored.weights()[g];
      respondents += count;
      all += weighted;
      inPerson += profiles.get(g).get(0).equals("in_person") ? weighted : 0;
      online += profiles.get(g).get(0).equals("online") ? weighted : 0;
    }
    assertEquals(respondents, stored.respondents());
    assertEquals(respondents, all, 1e-9);
    assertEquals(0.6, inPerson / (inPerson + online), 1e-9, collector);
  }

  @Test
  void theReportIsReadAsItWasWritten() throws Exception {
    WeightingReport report = of("open", Scheme.CALIBRATED).report().orElseThrow();
    assertEquals(217, report.respondents());
    assertEquals(
        List.of("in_person", "online", TargetTotals.MISSING),
        report.margins().stream().map(WeightingReport.Level::level).toList());
    assertEquals(17, report.margins().get(2).unweighted());
    assertEquals(0.6 * 200, report.margins().get(0).reached(), 1e-9);
    assertEquals(217, report.effectiveSize(), 1e-9, "the open link meets the margin by itself");
    assertEquals(1, report.designEffect(), 1e-9);
  }

  @Test
  void aClashStopsNoReleaseAndSaysWhatToMergeWithoutFigures() throws Exception {
    StoredWeights stored = of("invited", Scheme.CALIBRATED);
    assertEquals(0, stored.weights().length);
    assertTrue(stored.report().isEmpty());
    assertEquals(100, stored.respondents());
    String why = stored.failed().orElseThrow();
    assertTrue(why.contains("attendance online"), why);
    assertTrue(why.contains("widen the bounds"), why);
    assertFalse(why.matches(".*\\d.*"), why);
    assertEquals(40, stored.misses().get(0).wanted(), 1e-9);
    assertEquals(8, of("invited", Scheme.RAKED).weights()[1], 1e-9);
  }

  @Test
  void aFailureIsLoudInTheLogWithoutFiguresAndWeighingIsWorkForAWorker() {
    ILoggingEvent said = LOG.list.get(0);
    assertEquals(Level.WARN, said.getLevel());
    String words = said.getFormattedMessage();
    assertTrue(words.contains("no calibrated weights for invited"), words);
    assertFalse(words.replace("release 1 of", "").matches(".*\\d.*"), words);
    assertFalse(words.contains("online"), "categories are answers");
    assertTrue(said.getThreadName().startsWith("vert.x-worker"), said.getThreadName());
  }

  @Test
  void aSurveyThatSaysNothingOfWeightingHasNone() {
    assertEquals(
        List.of(List.of(WeighedFeedback.SURVEY)),
        node.query("SELECT DISTINCT survey FROM release_weighting"));
    assertEquals("12", node.value("SELECT count(*) FROM release_weighting"));
  }

  @Test
  void theyNeverChange() {
    for (String change :
        Set.of(
            "DELETE FROM release_weighting", "UPDATE release_weighting SET collector = 'open'")) {
      String failure =
          assertThrows(IllegalStateException.class, () -> node.query(change))
              .getCause()
              .getMessage();
      assertTrue(failure.contains("is published and never changes"), failure);
    }
  }

  private static StoredWeights of(String collector, Scheme scheme) throws TimeoutException {
    return weights
        .of(WeighedFeedback.SURVEY, 1, collector, scheme)
        .await(1, TimeUnit.MINUTES)
        .orElseThrow();
  }
}
