package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.backup.PgBackup;
import org.saualnama.backup.PgRestore;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.secret.Secret;
import org.saualnama.survey.ShippedSurveys;

/** What an operator may do to the schema of a growing installation, and the server goes on. */
final class OptionalSchemaTest {
  private static final String SURVEY = "may9-kz";
  private static final String MICRODATA =
      "/api/v1/surveys/may9-kz/microdata?format=csv&lang=kk&reason=Looking+at+partitions";
  private static final String BY_PARTITION =
      """
      SELECT tableoid::regclass, count(*) = (SELECT sum(newcomers) FROM release)
      FROM response GROUP BY 1
      """;

  private static final List<List<String>> IN_ITS_OWN =
      List.of(List.of("\"response_of_may9-kz\"", "t"));

  /** Refuse what Citus refuses, and do nothing: it is not installed here. */
  private static final String AS_CITUS =
      """
      CREATE FUNCTION create_distributed_table(whole regclass, key text, colocate_with text = '')
      RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM pg_constraint WHERE whole IN (conrelid, confrelid)
            AND contype IN ('p', 'u', 'x', 'f'))
          OR EXISTS (SELECT FROM pg_index WHERE indrelid = whole AND indisunique)
          OR EXISTS (SELECT FROM pg_trigger WHERE tgrelid = whole) THEN
          RAISE EXCEPTION '% has a key, a reference or a trigger', whole;
        END IF;
        PERFORM FROM pg_attribute WHERE attrelid = whole AND attname = key AND attnotnull;
        IF NOT FOUND THEN
          RAISE EXCEPTION '% does not always have a %', whole, key;
        END IF;
      END
      $$;
      CREATE FUNCTION truncate_local_data_after_distributing_table(whole regclass) RETURNS void
      LANGUAGE sql AS '';
      """;

  @TempDir private Path folder;

  @Test
  void onPartitionsAServerTakesReleasesHandsOutBacksUpAndIsRestored() throws Exception {
    DatabaseUrl database = TestDatabase.create();
    run(database, "partitioned.sql");
    try (Node node = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      release(node, 0);
      assertEquals(IN_ITS_OWN, node.query(BY_PARTITION));
      Person steward = Person.of(node, "aigul", Grant.global(Role.STEWARD));
      assertEquals(200, node.send(steward.api(MICRODATA)).statusCode());
    }
    DatabaseUrl restored = TestDatabase.createEmpty();
    Secret secret = Secret.from(folder.resolve("secret"));
    PgBackup.write(database, secret, folder.resolve("backup"));
    PgRestore.read(restored, secret, folder.resolve("backup"));
    Migrations.run(TestDatabase.roles(restored));
    assertEquals(List.of(List.of("response", "t")), Node.query(restored, BY_PARTITION));
    run(restored, "partitioned.sql");
    assertEquals(Node.query(database, BY_PARTITION), Node.query(restored, BY_PARTITION));
  }

  @Test
  void aServerThatRunsGoesOnWhileItsResponsesMove() {
    DatabaseUrl database = TestDatabase.create();
    try (Node node = Node.startThatIsTold(database, folder, TestDefs.shipped())) {
      release(node, 0);
      run(database, "partitioned.sql");
      assertTrue(refusal(database).contains("partitioned already"));
      release(node, 150);
      assertEquals(IN_ITS_OWN, node.query(BY_PARTITION));
      Node.query(database, "ALTER TABLE response DETACH PARTITION \"response_of_may9-kz\"");
      assertEquals(200, breakdown(node), "figures stand without the responses behind them");
    }
  }

  @Test
  void theServersRoleReachesNoPartitionAndMakesNone() {
    DatabaseUrl database = TestDatabase.create();
    Node.query(database, "INSERT INTO survey (survey) VALUES ('lake')");
    run(database, "partitioned.sql");
    Node.query(database, "INSERT INTO survey (survey) VALUES ('Garden_2')");
    Migrations.run(TestDatabase.roles(database));
    DatabaseUrl server = TestDatabase.roles(database).server();
    for (String statement :
        List.of(
            "SELECT FROM response_of_lake",
            "SELECT FROM \"response_text_of_Garden_2\"",
            "DELETE FROM response",
            "SELECT give_partitions('more')")) {
      Exception refused =
          assertThrows(IllegalStateException.class, () -> Node.query(server, statement));
      assertTrue(refused.getCause().getMessage().contains("permission denied"), statement);
    }
  }

  @Test
  void laterMigrationsRunOnPartitions() {
    DatabaseUrl database = TestDatabase.createEmpty();
    // What was the newest when partitions came.
    Migrations.run(database, "14");
    run(database, "partitioned.sql");
    Migrations.run(TestDatabase.roles(database));
    assertEquals(List.of(), Node.query(database, BY_PARTITION));
  }

  @Test
  void whatCitusDistributesHasNoKeyThatItCouldNotKeep() {
    DatabaseUrl database = TestDatabase.create();
    Node.query(database, AS_CITUS);
    run(database, "citus.sql");
  }

  /** 150 more, which is enough for another. */
  private static void release(Node node, int from) {
    int before = newest(node);
    IntStream.range(from, from + 150)
        .mapToObj(each -> new SyntheticRespondent(ShippedSurveys.may9(), each))
        .forEach(
            one -> assertEquals(201, node.submit(SURVEY, one.id(), one.submission()).statusCode()));
    Eventually.until("another release is served", () -> newest(node) > before);
  }

  private static int newest(Node node) {
    return node.app().releases.newest(SURVEY).map(PublishedRelease::number).orElse(0);
  }

  private static int breakdown(Node node) {
    return node.get("/api/v1/surveys/may9-kz/breakdown?question=meaning&by=age").statusCode();
  }

  private static String refusal(DatabaseUrl database) {
    return assertThrows(IllegalStateException.class, () -> run(database, "partitioned.sql"))
        .getCause()
        .getMessage();
  }

  private static void run(DatabaseUrl database, String file) {
    try {
      Path path = Path.of("..", "operation", "optional", file);
      Node.query(database, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
