package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.Node;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.release.Release;
import org.saualnama.submission.Reached;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class PgBreakOffsTest {
  private static final SurveyVersion SURVEY = ShippedSurveys.eventFeedback();
  private static final String CODE = SURVEY.code();

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseUrl database = TestDatabase.create();
  private final PublishedReleases releases = new PublishedReleases();
  private final Reached here = new Reached();
  private Pool pool;
  private PgBreakOffs breakOffs;

  @BeforeEach
  void open() {
    pool = Pools.open(vertx, TestDatabase.roles(database).server());
    breakOffs = new PgBreakOffs(pool, here, releases);
    sql("INSERT INTO survey (survey) VALUES ('" + CODE + "')");
    sql("INSERT INTO survey_version (survey, version, definition) VALUES ('" + CODE + "', 1, '')");
  }

  @AfterEach
  void close() {
    done(vertx.close());
  }

  @Test
  void nothingIsWrittenBeforeAReleaseAndOnceAfterIt() {
    walk(here, 60);
    settle();
    assertEquals(List.of(), counts());
    release(1);
    settle();
    assertEquals(List.of(row(1, 0, 60), row(1, 1, 60)), counts());
    walk(here, 1);
    settle();
    assertEquals(List.of(row(1, 0, 60), row(1, 1, 60)), counts(), "the next release's");
    release(2);
    settle();
    assertEquals(List.of(row(1, 0, 60), row(1, 1, 60), row(2, 0, 1), row(2, 1, 1)), counts());
  }

  @Test
  void whatNodesHaveCountedAddsUp() {
    Reached there = new Reached();
    walk(here, 20);
    walk(there, 7);
    release(1);
    settle();
    done(new PgBreakOffs(pool, there, releases).settle(CODE));
    assertEquals(List.of(row(1, 0, 27), row(1, 1, 27)), counts());
  }

  @Test
  void aCountThatCouldNotBeWrittenIsWrittenLaterAndOnce() {
    walk(here, 20);
    release(1);
    sql("ALTER TABLE break_off RENAME TO away");
    assertThrows(Exception.class, this::settle);
    walk(here, 3);
    sql("ALTER TABLE away RENAME TO break_off");
    settle();
    settle();
    assertEquals(List.of(row(1, 0, 23), row(1, 1, 23)), counts());
  }

  @Test
  void authorsAreToldWhatReachesTheLeastBase() {
    walk(here, 20);
    release(1);
    settle();
    walk(here, 9);
    release(2);
    settle();
    List<BreakOffs> told = done(breakOffs.of(new PublishedSurvey(List.of(SURVEY), true)));
    assertEquals(List.of(1), told.stream().map(BreakOffs::release).toList());
    assertEquals(20, told.get(0).began());
    assertEquals(0, told.get(0).sent());
  }

  private static void walk(Reached reached, int people) {
    for (int i = 0; i < people; i++) {
      reached.moved(SURVEY, -1, 1);
    }
  }

  /** Cut somewhere, and heard of here. */
  private void release(int number) {
    sql(
        "INSERT INTO release (survey, release, version, newcomers, responses, form_languages,"
            + " items, cells) VALUES ('%s', %d, 1, 100, 100, '{}', '{}', '{}')"
                .formatted(CODE, number));
    Release release = new Release(number, 1, OffsetDateTime.MIN, 100, false, List.of());
    releases.put(CODE, new PublishedRelease(release, 10, List.of(), List.of()));
  }

  private void settle() {
    done(breakOffs.settle(CODE));
  }

  private List<List<String>> counts() {
    return sql("SELECT release, place, reached FROM break_off ORDER BY release, place");
  }

  private static List<String> row(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).toList();
  }

  private List<List<String>> sql(String sql) {
    return Node.query(database, sql);
  }

  private static <T> T done(Future<T> future) {
    return future.timeout(30, TimeUnit.SECONDS).await();
  }
}
