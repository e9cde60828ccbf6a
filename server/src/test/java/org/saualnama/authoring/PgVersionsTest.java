package org.saualnama.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.audit.PgAudit;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Secret;
import org.saualnama.survey.PgDefinitions;
import org.saualnama.survey.PgSurveys;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Reading;
import org.saualnama.survey.SurveyState;
import org.saualnama.survey.TargetFiles;
import org.saualnama.survey.Text;

final class PgVersionsTest {
  private static final String EVENT = Templates.find("event-feedback").orElseThrow().definition();
  private static final DraftCheck CHECK = new DraftCheck(TargetFiles.beside(Path.of("none")));

  @TempDir static Path folder;
  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private PgAudit audit;
  private PgDrafts drafts;
  private PgVersions versions;
  private PgRunning running;

  @BeforeEach
  void open() throws Exception {
    pool = Pools.open(vertx, TestDatabase.roles(TestDatabase.create()).server());
    audit = new PgAudit(pool, Secret.from(folder.resolve("secret")));
    drafts = new PgDrafts(pool, audit);
    versions = new PgVersions(pool, audit);
    running = new PgRunning(pool, audit);
    done(drafts.create("event-feedback", EVENT, "aigul"));
  }

  @AfterEach
  void close() throws Exception {
    done(vertx.close());
  }

  @Test
  void aDraftWithoutProblemsBecomesAVersionAndTheAuditTellsWhatIsNew() throws Exception {
    assertEquals(1, done(publish(1, EVENT)));
    String changed = EVENT.replace("Something else", "Anything else");
    done(drafts.replace("event-feedback", changed, 1, "bolat"));
    assertEquals(2, done(publish(2, changed)));
    List<Version> all = done(versions.of("event-feedback"));
    assertEquals(List.of(1, 2), all.stream().map(Version::number).toList());
    assertEquals("aigul", all.get(1).by());
    String last = done(audit.after(0)).get(2).line();
    assertTrue(last.contains("survey.publish"), last);
    assertTrue(last.contains("\"before\":\"Something else\",\"after\":\"Anything else\""), last);
  }

  @Test
  void anUnchangedStaleOrBrokenDraftIsNotPublished() throws Exception {
    done(publish(1, EVENT));
    assertEquals(Reason.CONFLICT, refusal(publish(1, EVENT)).reason());
    assertEquals(Reason.CHANGED_MEANWHILE, refusal(publish(2, EVENT)).reason());
    Refusal broken = refusal(publish(1, EVENT.replace("core: usefulness", "core: nothing")));
    assertEquals(Reason.INVALID_DEFINITION, broken.reason());
    assertTrue(broken.problems().get(0).field().startsWith("definition.yaml:"));
    Refusal frozen = refusal(publish(1, EVENT.replace("code: talks", "code: speeches")));
    assertEquals(Reason.INVALID_DEFINITION, frozen.reason());
    assertEquals(1, done(versions.of("event-feedback")).size());
  }

  @Test
  void aDraftIsPublishedAsItsOwnSurveyAndAsNoOther() throws Exception {
    Refusal other = refusal(publish(1, Recoding.as(EVENT, "may9-kz")));
    assertEquals("other_code", other.problems().get(0).code());
    assertEquals(List.of(), done(versions.of("may9-kz")));
  }

  @Test
  void twoWhoPublishAtOnceMakeOneVersion() throws Exception {
    List<Future<Integer>> tries = List.of(publish(1, EVENT), publish(1, EVENT));
    done(Future.join(tries).otherwiseEmpty());
    assertEquals(1, tries.stream().filter(Future::succeeded).count());
    assertEquals(1, done(versions.of("event-feedback")).size());
  }

  @Test
  void aFileUndoesNothingThatWasPublishedSinceItLastSaidSomethingNew() throws Exception {
    PgDefinitions files = new PgDefinitions(new PgSurveys(pool));
    done(files.publish(List.of(CHECK.read(EVENT))));
    done(publish(1, EVENT.replace("The talks", "Talks")));
    done(files.publish(List.of(CHECK.read(EVENT))));
    assertEquals(2, done(versions.of("event-feedback")).size());
    done(files.publish(List.of(CHECK.read(EVENT.replace("The talks", "All talks")))));
    List<Version> all = done(versions.of("event-feedback"));
    assertEquals(List.of(true, false, true), all.stream().map(Version::fromFile).toList());
  }

  @Test
  void aSurveyIsPausedResumedAndClosedInThatOrderOnly() throws Exception {
    assertEquals(Reason.NOT_FOUND, refusal(running.pause("event-feedback", "aigul")).reason());
    done(publish(1, EVENT));
    assertEquals(Reason.CONFLICT, refusal(running.resume("event-feedback", "aigul")).reason());
    done(running.pause("event-feedback", "aigul"));
    assertEquals(SurveyState.PAUSED, survey().state());
    assertEquals(Reason.CONFLICT, refusal(running.pause("event-feedback", "aigul")).reason());
    done(running.resume("event-feedback", "aigul"));
    assertEquals(SurveyState.OPEN, survey().state());
    done(running.pause("event-feedback", "aigul"));
    done(running.close("event-feedback", "aigul"));
    assertEquals(SurveyState.CLOSING, survey().state());
    assertEquals(Reason.CONFLICT, refusal(running.resume("event-feedback", "aigul")).reason());
    assertEquals(Reason.CONFLICT, refusal(running.close("event-feedback", "aigul")).reason());
    done(drafts.replace("event-feedback", EVENT + "\n", 1, "aigul"));
    assertEquals(Reason.CONFLICT, refusal(publish(2, EVENT)).reason());
    assertEquals(6, done(audit.verify()).entries());
  }

  @Test
  void anEndThatWasSetStaysUntilADefinitionNamesAnother() throws Exception {
    done(publish(1, EVENT));
    OffsetDateTime end = OffsetDateTime.parse("2999-01-01T00:00:00Z");
    done(running.schedule("event-feedback", Optional.of(end), "aigul"));
    done(drafts.replace("event-feedback", "2", 1, "aigul"));
    done(publish(2, EVENT.replace("The talks", "Talks")));
    assertEquals(end.toInstant(), survey().closes().orElseThrow().toInstant());
    Optional<OffsetDateTime> past = Optional.of(OffsetDateTime.parse("2020-01-01T00:00:00Z"));
    assertEquals(
        Reason.CONFLICT, refusal(running.schedule("event-feedback", past, "aigul")).reason());
    Optional<OffsetDateTime> never = Optional.of(OffsetDateTime.MAX);
    assertEquals(
        Reason.CONFLICT, refusal(running.schedule("event-feedback", never, "aigul")).reason());
    done(running.schedule("event-feedback", Optional.empty(), "aigul"));
    assertEquals(Optional.empty(), survey().closes());
  }

  @Test
  void anErratumNeedsARelease() throws Exception {
    done(publish(1, EVENT));
    Text text = new Text(Map.of("en", "Wrong."));
    assertEquals(
        Reason.NOT_FOUND, refusal(running.correct("event-feedback", 1, text, "aigul")).reason());
  }

  private PublishedSurvey survey() throws Exception {
    return done(new PgSurveys(pool).all()).get("event-feedback");
  }

  private Future<Integer> publish(int expected, String definition) {
    Reading reading = CHECK.read(definition);
    return versions.publish("event-feedback", expected, reading, "aigul");
  }

  private static Refusal refusal(Future<?> future) {
    return (Refusal) assertThrows(ExecutionException.class, () -> done(future)).getCause();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }
}
