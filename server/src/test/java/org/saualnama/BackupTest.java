package org.saualnama;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.backup.PgBackup;
import org.saualnama.backup.PgRestore;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.secret.Secret;
import org.saualnama.survey.ShippedSurveys;

/** What a backup takes along, and what a restore makes of it. */
final class BackupTest {
  private static final String SURVEY = "may9-kz";
  private static final String BREAKDOWN =
      "/api/v1/surveys/may9-kz/breakdown?question=meaning&by=age";

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedBeforeABackupAmidIntakeIsCountedOnceAfterARestore() throws Exception {
    DatabaseUrl database = TestDatabase.create();
    DatabaseUrl restored = TestDatabase.createEmpty();
    try (Senders senders = new Senders(ShippedSurveys.may9())) {
      Set<String> before;
      try (Node node = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
        senders.to(node.uri("/"));
        Eventually.until("a release", () -> count(database, "release") > 0);
        senders.awaitMore(300);
        before = Set.copyOf(senders.receipts().values());
        PgBackup.write(database, secret(), file());
        senders.awaitMore(300);
        senders.finish();
      }
      PgRestore.read(restored, secret(), file());
      Migrations.run(TestDatabase.roles(restored));
      Set<String> kept = receipts(restored);
      assertTrue(kept.containsAll(before), "acknowledged before the backup began");
      assertTrue(senders.receipts().size() > kept.size(), "some came after the backup");
      long releases = count(restored, "release");
      try (Node node = Node.startThatIsTold(restored, folder, TestDefs.shipped())) {
        senders.to(node.uri("/"));
        for (Map.Entry<UUID, String> sent : senders.receipts().entrySet()) {
          HttpResponse<String> again = senders.send(sent.getKey());
          assertEquals(kept.contains(sent.getValue()) ? 200 : 201, again.statusCode());
          assertEquals(sent.getValue(), Senders.receipt(again));
        }
        new Accounts(restored, SURVEY).awaitLastRelease();
        assertTrue(count(restored, "release") > releases, "releases go on");
      }
      new Accounts(restored, SURVEY).balance(senders.receipts());
    }
  }

  @Test
  void aTableThatIsWrittenAnewMeanwhileIsBackedUpWhole() throws Exception {
    DatabaseUrl database = TestDatabase.create();
    Node.start(database, folder, TestDefs.shipped(), false).close();
    Node.query(database, "INSERT INTO submission (survey, sealed) SELECT 'may9-kz', 'x'");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection migration =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = migration.createStatement()) {
      migration.setAutoCommit(false);
      statement.execute("ALTER TABLE submission ALTER sealed TYPE bytea USING sealed || ''::bytea");
      Future<?> backup =
          other.submit(
              () -> {
                PgBackup.write(database, secret(), file());
                return null;
              });
      Eventually.until(
          "the backup waits",
          () -> !Node.query(database, "SELECT FROM pg_locks WHERE NOT granted").isEmpty());
      migration.commit();
      backup.get(1, TimeUnit.MINUTES);
    } finally {
      other.shutdown();
    }
    DatabaseUrl restored = TestDatabase.createEmpty();
    PgRestore.read(restored, secret(), file());
    assertEquals(1, count(restored, "submission"));
  }

  @Test
  void aRestoreServesTheSameBytesUnderOtherTagsAndIsAudited() throws Exception {
    DatabaseUrl database = TestDatabase.create();
    DatabaseUrl restored = TestDatabase.createEmpty();
    HttpResponse<String> told;
    try (Node node = Node.startAmongOthers(database, folder, TestDefs.shipped())) {
      Person.of(node, "aigul", Grant.global(Role.ADMIN));
      send(node, 120);
      Eventually.until("a release", () -> count(database, "release") == 1);
      Eventually.until("it is served", () -> node.get(BREAKDOWN).statusCode() == 200);
      told = node.get(BREAKDOWN);
      PgBackup.write(database, secret(), file());
      assertNotEquals(0, count(database, "session"));
    }
    assertEquals(Map.of(SURVEY, 1), PgRestore.read(restored, secret(), file()));
    Migrations.run(TestDatabase.roles(restored));
    try (Node node = Node.startAmongOthers(restored, folder, TestDefs.shipped())) {
      String tag = told.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> now = node.get(BREAKDOWN, "If-None-Match", tag);
      assertEquals(200, now.statusCode(), "a cache must not take one for the other");
      assertEquals(told.body(), now.body());
      assertNotEquals(tag, now.headers().firstValue("ETag").orElseThrow());
      assertEquals("0", node.value("SELECT count(*) FROM session"), "nobody is signed in");
      assertEquals("1", node.value("SELECT count(*) FROM account"));
      assertTrue(
          node.app().audit().verify().await(1, TimeUnit.MINUTES).broken().isEmpty(),
          "the audit log goes on");
      assertEquals(
          List.of("installation.backup", "installation.restore"),
          node
              .query(
                  "SELECT line::jsonb->>'act' FROM audit_entry"
                      + " WHERE line LIKE '%installation.%' ORDER BY number")
              .stream()
              .map(row -> row.get(0))
              .toList());
    }
  }

  @Test
  void aBackupTellsNothingWithoutTheSecretAndNoOrderWithIt() throws Exception {
    DatabaseUrl database = TestDatabase.create();
    DatabaseUrl restored = TestDatabase.createEmpty();
    try (Node node = Node.start(database, folder, TestDefs.shipped(), false)) {
      send(node, 60);
    }
    PgBackup.write(database, secret(), file());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    String bytes = new String(Files.readAllBytes(file()), ISO_8859_1);
    assertFalse(bytes.contains(SURVEY) || bytes.contains("submission"), "not even its tables");
    PgRestore.read(restored, secret(), file());
    for (String column : List.of("submission.sealed", "receipt.receipt")) {
      String[] names = column.split("\\.");
      String lies = "SELECT string_agg(%2$s::text, ' ' ORDER BY ctid) FROM %1$s";
      String sorted = "SELECT string_agg(%2$s::text, ' ' ORDER BY %2$s) FROM %1$s";
      assertEquals(
          Node.query(restored, sorted.formatted((Object[]) names)),
          Node.query(restored, lies.formatted((Object[]) names)));
      assertNotEquals(
          Node.query(database, lies.formatted((Object[]) names)),
          Node.query(restored, lies.formatted((Object[]) names)));
    }
  }

  @Test
  void whatIsNotWholeOrOfAnotherSecretIsRefusedAndTheDatabaseStaysEmpty() throws Exception {
    DatabaseUrl database = TestDatabase.create();
    DatabaseUrl restored = TestDatabase.createEmpty();
    Node.start(database, folder, TestDefs.shipped(), false).close();
    PgBackup.write(database, secret(), file());
    byte[] whole = Files.readAllBytes(file());
    Path cutOff = Files.write(folder.resolve("cut-off"), Arrays.copyOf(whole, 3_000));
    whole[whole.length - 10] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged"), whole);
    Secret other = Secret.from(folder.resolve("other"));

    refuses("cut off", () -> PgRestore.read(restored, secret(), cutOff));
    refuses("damaged", () -> PgRestore.read(restored, secret(), damaged));
    refuses("another secret", () -> PgRestore.read(restored, other, file()));
    refuses("another secret", () -> PgBackup.write(database, other, folder.resolve("b")));
    refuses("there already", () -> PgBackup.write(database, secret(), file()));
    assertEquals(0, count(restored, "installation"));
    PgRestore.read(restored, secret(), file());
    refuses("in use", () -> PgRestore.read(restored, secret(), file()));
  }

  @Test
  void theCommandsWorkBesideAServerAndWithoutOne(@TempDir Path next) throws Exception {
    ServerProcess server = ServerProcess.start(folder, Map.of());
    String said = ServerProcess.run(folder, "--backup=" + file());
    assertTrue(said.contains("Backed up into"), said);
    server.stop();
    assertThrows(IllegalStateException.class, () -> ServerProcess.run(next, "--restore=" + file()));
    assertTrue(Files.notExists(next.resolve("secret")), "a restore makes no secret");
    Files.copy(folder.resolve("secret"), next.resolve("secret"));
    String restored = ServerProcess.run(next, "--restore=" + file());
    assertTrue(restored.contains("Restored from"), restored);
    ServerProcess.start(next, Map.of()).stop();
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void refuses(String why, Attempt attempt) {
    String message = assertThrows(IOException.class, attempt::run).getMessage();
    assertTrue(message.contains(why), message);
  }

  private Path file() {
    return folder.resolve("backup");
  }

  private Secret secret() throws IOException {
    return Secret.from(folder.resolve("secret"));
  }

  private static void send(Node node, int count) {
    IntStream.range(0, count)
        .mapToObj(number -> new SyntheticRespondent(ShippedSurveys.may9(), number))
        .forEach(
            one -> assertEquals(201, node.submit(SURVEY, one.id(), one.submission()).statusCode()));
  }

  private static long count(DatabaseUrl database, String table) {
    return Long.parseLong(Node.query(database, "SELECT count(*) FROM " + table).get(0).get(0));
  }

  private static Set<String> receipts(DatabaseUrl database) {
    return Node.query(database, "SELECT receipt FROM receipt").stream()
        .map(row -> row.get(0))
        .collect(Collectors.toSet());
  }
}
