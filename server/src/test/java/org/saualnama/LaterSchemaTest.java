package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.backup.PgBackup;
import org.saualnama.backup.PgRestore;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.LaterMigration;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.secret.Secret;
import org.saualnama.survey.ShippedSurveys;

/** During a rolling upgrade an older server stands on the schema of a newer one. */
final class LaterSchemaTest {
  private static final String SURVEY = "may9-kz";
  private static final String BREAKDOWN =
      "/api/v1/surveys/may9-kz/breakdown?question=meaning&by=age";

  @TempDir private Path folder;
  private DatabaseUrl database;

  @BeforeEach
  void aNewerServerHasBeenHere() {
    database = TestDatabase.create();
    LaterMigration.addsToEveryTable(database);
  }

  @Test
  void aServerStartsTakesReleasesAndServesOnASchemaThatHasMoreThanItKnows() {
    try (Node node = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      takeARelease(node);
      Person author = Person.of(node, "aigul", Grant.global(Role.AUTHOR));
      assertEquals(200, node.send(author.api("/api/v1/surveys/" + SURVEY)).statusCode());
    }
    Migrations.run(TestDatabase.roles(database));
    try (Node again = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      Eventually.until("it serves", () -> again.get(BREAKDOWN).statusCode() == 200);
    }
  }

  @Test
  void aServerThatRunsGoesOnWhileTheSchemaGrows() {
    DatabaseUrl fresh = TestDatabase.create();
    try (Node node = Node.startThatIsTold(fresh, folder, TestDefs.shipped())) {
      takeARelease(node);
      LaterMigration.addsToEveryTable(fresh);
      IntStream.range(200, 400).forEach(number -> submit(node, number));
      Eventually.until(
          "another release",
          () -> Integer.parseInt(node.value("SELECT max(release) FROM release")) > 1);
    }
  }

  @Test
  void aBackupOfALaterSchemaIsForALaterServer() throws Exception {
    Node.start(database, folder, TestDefs.shipped(), false).close();
    Secret secret = Secret.from(folder.resolve("secret"));
    Path file = folder.resolve("backup");
    PgBackup.write(database, secret, file);
    String message =
        assertThrows(
                IOException.class, () -> PgRestore.read(TestDatabase.createEmpty(), secret, file))
            .getMessage();
    assertTrue(message.contains("restore it with the program that made it"), message);
  }

  @Test
  void noStatementTakesWhateverColumnsThereAre() {
    Pattern star = Pattern.compile("(SELECT|RETURNING|,|\\)) (\\w+\\.)?\\*(?! FROM unnest)[ ,\n]");
    List<String> found =
        Source.all().stream()
            .filter(source -> source.name().startsWith("Pg"))
            .filter(source -> star.matcher(source.code()).find())
            .map(Source::id)
            .toList();
    assertEquals(
        List.of(),
        found,
        "Name the columns: a prepared statement fails once a newer server has added one.");
  }

  private static void takeARelease(Node node) {
    IntStream.range(0, 150).forEach(number -> submit(node, number));
    Eventually.until("a release is served", () -> node.get(BREAKDOWN).statusCode() == 200);
  }

  private static void submit(Node node, int number) {
    SyntheticRespondent one = new SyntheticRespondent(ShippedSurveys.may9(), number);
    assertEquals(201, node.submit(SURVEY, one.id(), one.submission()).statusCode());
  }
}
