package org.saualnama.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.secret.Secret;

final class PgAuditTest {
  private static final String TAMPER = "ALTER TABLE audit_entry DISABLE TRIGGER ALL; ";

  @TempDir static Path folder;
  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private PgAudit audit;

  @BeforeEach
  void open() throws Exception {
    pool = Pools.open(vertx, TestDatabase.create());
    audit = new PgAudit(pool, Secret.from(folder.resolve("secret")));
    for (String act : List.of("survey.create", "survey.publish", "survey.close")) {
      done(audit.append(entry(act)));
    }
  }

  @AfterEach
  void close() throws Exception {
    done(vertx.close());
  }

  @Test
  void anUntouchedChainHoldsAndTellsItsHead() throws Exception {
    Verdict verdict = done(audit.verify());
    assertEquals(Optional.empty(), verdict.broken());
    assertEquals(3, verdict.entries());
    List<String> lines = done(audit.after(0)).stream().map(Entry::line).toList();
    assertEquals(Chain.hash(lines.get(2)), verdict.head());
    assertTrue(lines.get(0).contains(Chain.START), lines.get(0));
    assertTrue(lines.get(1).contains(Chain.hash(lines.get(0))), lines.get(1));
  }

  @Test
  void theDatabaseRefusesToChangeEmptyOrDeleteFrom() {
    for (String sql :
        List.of(
            "UPDATE audit_entry SET line = '{}'",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry")) {
      assertThrows(Exception.class, () -> done(pool.query(sql).execute()), sql);
    }
  }

  @Test
  void aChangedEntryIsNamed() throws Exception {
    tamper("UPDATE audit_entry SET line = replace(line, 'publish', 'pause') WHERE number = 2");
    assertBroken("entry 2 was not written by this server");
  }

  @Test
  void anEntryCopiedFromElsewhereInTheChainIsNamed() throws Exception {
    tamper(
        "UPDATE audit_entry SET (line, seal) ="
            + " (SELECT line, seal FROM audit_entry WHERE number = 3) WHERE number = 2");
    assertBroken("entry 2 calls itself another");
  }

  @Test
  void nothingThatAnEntryTellsBreaksTheChain() throws Exception {
    for (String told : List.of("a\0b", "\",\"previous\":\"0\"}", "x".repeat(2_000_000))) {
      AuditEntry entry =
          new AuditEntry("aigul", "survey.publish", Optional.empty(), Map.of("after", told));
      done(audit.append(entry));
    }
    Verdict verdict = done(audit.verify());
    assertEquals(Optional.empty(), verdict.broken());
    assertEquals(6, verdict.entries());
  }

  @Test
  void aMissingEntryIsNamed() throws Exception {
    tamper("DELETE FROM audit_entry WHERE number = 2");
    assertBroken("entry 2 is missing");
  }

  @Test
  void aWholeChainForgedWithoutTheSecretIsNamed(@TempDir Path other) throws Exception {
    tamper("TRUNCATE audit_entry");
    done(new PgAudit(pool, Secret.from(other.resolve("secret"))).append(entry("survey.create")));
    assertBroken("entry 1 was not written by this server");
  }

  @Test
  void theNewestComeFirstPageByPageAndOfOneSurveyIfSo() throws Exception {
    done(audit.append(new AuditEntry("aigul", "survey.pause", Optional.of("other"), Map.of())));
    assertEquals(List.of(4L, 3L), numbers(Long.MAX_VALUE, Optional.empty()));
    assertEquals(List.of(2L, 1L), numbers(3, Optional.empty()));
    assertEquals(List.of(4L), numbers(Long.MAX_VALUE, Optional.of("other")));
    assertEquals(List.of(), numbers(Long.MAX_VALUE, Optional.of("othe_")));
  }

  private List<Long> numbers(long before, Optional<String> survey) throws Exception {
    return done(audit.before(before, 2, survey)).stream().map(Entry::number).toList();
  }

  @Test
  void writersAtOnceMakeOneChain() throws Exception {
    done(Future.all(IntStream.range(0, 40).mapToObj(i -> audit.append(entry("a.b"))).toList()));
    Verdict verdict = done(audit.verify());
    assertEquals(Optional.empty(), verdict.broken());
    assertEquals(43, verdict.entries());
  }

  @Test
  void whatIsRolledBackLeavesNoEntry() throws Exception {
    assertThrows(
        Exception.class,
        () ->
            done(
                pool.withTransaction(
                    transaction ->
                        audit
                            .append(transaction, entry("survey.pause"))
                            .compose(done -> Future.failedFuture("its change failed")))));
    assertEquals(3, done(audit.verify()).entries());
  }

  private void tamper(String sql) throws Exception {
    done(pool.query(TAMPER + sql + "; ALTER TABLE audit_entry ENABLE TRIGGER ALL").execute());
  }

  private void assertBroken(String how) throws Exception {
    assertEquals(Optional.of(how), done(audit.verify()).broken());
  }

  private static AuditEntry entry(String act) {
    return new AuditEntry("aigul", act, Optional.of("may9-kz"), Map.of("version", 1));
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }
}
