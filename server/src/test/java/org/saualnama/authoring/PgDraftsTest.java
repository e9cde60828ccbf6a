package org.saualnama.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.PgDefinitions;
import org.saualnama.survey.PgSurveys;
import org.saualnama.survey.Reading;

final class PgDraftsTest {
  private static final String LAKE = "survey: lake # comment\ntitle: {en: Lake}\n";

  @TempDir static Path folder;
  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private PgAudit audit;
  private PgDrafts drafts;

  @BeforeEach
  void open() throws Exception {
    pool = Pools.open(vertx, TestDatabase.roles(TestDatabase.create()).server());
    audit = new PgAudit(pool, Secret.from(folder.resolve("secret")));
    drafts = new PgDrafts(pool, audit);
  }

  @AfterEach
  void close() throws Exception {
    done(vertx.close());
  }

  @Test
  void aDraftIsKeptAsItWasTyped() throws Exception {
    Draft draft = done(drafts.create("lake", LAKE, "aigul"));
    assertEquals(1, draft.revision());
    assertEquals(LAKE, draft.definition());
    assertEquals("aigul", draft.changedBy());
    assertEquals(Optional.of(draft), done(drafts.find("lake")));
    assertEquals(List.of(draft), done(drafts.all()));
    assertEquals(Optional.empty(), done(drafts.find("sea")));
    assertTrue(done(audit.after(0)).get(0).line().contains("draft.create"));
  }

  @Test
  void aCodeIsTakenWhateverItsCapitals() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    assertEquals(Reason.CONFLICT, refusal(drafts.create("Lake", LAKE, "bolat")).reason());
    assertEquals(1, done(audit.verify()).entries());
  }

  @Test
  void savesCanBeUndoneAndDoneAgainUntilSomethingElseIsSaved() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    save(1, "two");
    Draft third = save(2, "three");
    assertTrue(third.undoable());
    assertFalse(third.redoable());
    assertEquals("two", done(drafts.undo("lake", 3, "aigul")).definition());
    Draft first = done(drafts.undo("lake", 2, "bolat"));
    assertEquals(LAKE, first.definition());
    assertEquals("bolat", first.changedBy());
    assertFalse(first.undoable());
    assertEquals(Reason.CONFLICT, refusal(drafts.undo("lake", 1, "aigul")).reason());
    assertEquals("two", done(drafts.redo("lake", 1, "aigul")).definition());
    Draft fourth = save(2, "four");
    assertEquals(4, fourth.revision());
    assertFalse(fourth.redoable());
    assertEquals(Reason.CONFLICT, refusal(drafts.redo("lake", 4, "aigul")).reason());
    assertEquals("two", done(drafts.undo("lake", 4, "aigul")).definition());
  }

  @Test
  void anUndoneRevisionsNumberIsNeverGivenToOtherWords() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    save(1, "two");
    done(drafts.undo("lake", 2, "aigul"));
    assertEquals(3, save(1, "other").revision());
    assertEquals(Reason.CHANGED_MEANWHILE, refusal(replace(2, "mine")).reason());
  }

  @Test
  void savingTheSameIsNoRevision() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    assertEquals(1, save(1, LAKE).revision());
  }

  @Test
  void whoComesTooLateLearnsWhatHasChangedAndByWhom() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    done(drafts.replace("lake", LAKE.replace("Lake", "The lake"), 1, "bolat"));
    Refusal refusal = refusal(replace(1, "mine"));
    assertEquals(Reason.CHANGED_MEANWHILE, refusal.reason());
    assertTrue(refusal.getMessage().contains("by bolat; it is at revision 2"), refusal::getMessage);
    assertEquals("'title.en'", refusal.problems().get(0).field());
    assertEquals("Was: Lake Is now: The lake", refusal.problems().get(0).detail());
  }

  @Test
  void ofManySavesAtOnceOneIsKept() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    List<Future<Draft>> saves = IntStream.range(0, 8).mapToObj(i -> replace(1, "v" + i)).toList();
    done(Future.join(saves).otherwiseEmpty());
    assertEquals(1, saves.stream().filter(Future::succeeded).count());
    assertEquals(2, done(drafts.find("lake")).orElseThrow().revision());
  }

  @Test
  void onlyTheLastRevisionsAreKept() throws Exception {
    done(drafts.create("lake", LAKE, "aigul"));
    for (int i = 1; i <= PgDrafts.KEPT + 5; i++) {
      save(i, "text " + i);
    }
    assertEquals(Optional.empty(), done(drafts.revision("lake", 6)));
    assertEquals(Optional.of("text 6"), done(drafts.revision("lake", 7)));
    Refusal refusal = refusal(replace(3, "mine"));
    assertEquals(List.of(), refusal.problems());
  }

  @Test
  void aPublishedSurveyIsADraftThatNobodyHasChanged() throws Exception {
    Reading read = new DefinitionReader().read(Path.of("../survey-defs/event-feedback.yaml"));
    done(new PgDefinitions(new PgSurveys(pool)).publish(List.of(read)));
    Draft draft = done(drafts.find("event-feedback")).orElseThrow();
    assertEquals(0, draft.revision());
    assertEquals(Optional.empty(), draft.changedAt());
    assertEquals(
        "event-feedback",
        DefinitionSource.of("d", draft.definition()).tree().path("survey").asText());
    assertEquals(Reason.CONFLICT, refusal(drafts.create("Event-Feedback", LAKE, "aigul")).reason());
    List<Future<Draft>> saves =
        List.of(
            drafts.replace("event-feedback", "a", 0, "aigul"),
            drafts.replace("event-feedback", "b", 0, "bolat"));
    done(Future.join(saves).otherwiseEmpty());
    assertEquals(1, saves.stream().filter(Future::succeeded).count());
    Draft undone = done(drafts.undo("event-feedback", 1, "aigul"));
    assertEquals(draft.definition(), undone.definition());
  }

  @Test
  void whatIsNowhereCantBeChanged() {
    assertEquals(Reason.NOT_FOUND, refusal(replace(1, "mine")).reason());
  }

  private Draft save(int expected, String text) throws Exception {
    return done(replace(expected, text));
  }

  private Future<Draft> replace(int expected, String text) {
    return drafts.replace("lake", text, expected, "aigul");
  }

  private static Refusal refusal(Future<?> future) {
    return (Refusal) assertThrows(ExecutionException.class, () -> done(future)).getCause();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }
}
