package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Accounts;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Senders;
import org.saualnama.ServerProcess;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Whoever dies while the schema is being made: the next start goes on where it stopped. */
final class MigrationKillTest {
  private static final int ROUNDS = Math.max(1, Integer.getInteger("kills", 0) / 10);
  private static final int MOST_TABLES = 25;
  private static final int SOME = 20;

  private static final String OTHERS =
      """
      SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'
      """;

  private static final String TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";

  private final SurveyVersion survey = ShippedSurveys.may9();
  private final Random random = new Random();

  @Test
  void aMigrationThatDiedIsFinishedByTheNextStart(@TempDir Path folder) throws Exception {
    try (OutsidePostgres postgres = OutsidePostgres.start(folder.resolve("outside"))) {
      for (int round = 0; round < ROUNDS; round++) {
        DatabaseUrl database = fresh(postgres.url(), "round_" + round);
        int atFirst = killTheServer(folder, database);
        int then = killPostgres(folder, database, postgres);
        System.out.printf("  killed at %d, then at %d tables%n", atFirst, then);
        itServes(folder, database);
      }
    }
  }

  private static DatabaseUrl fresh(DatabaseUrl server, String name) {
    Node.query(server, "CREATE DATABASE " + name);
    return new DatabaseUrl(server.host(), server.port(), name, server.user(), server.password());
  }

  private int killTheServer(Path folder, DatabaseUrl database) {
    Process server = launchAndWait(folder, database);
    server.destroyForcibly().onExit().join();
    return tables(database);
  }

  private int killPostgres(Path folder, DatabaseUrl database, OutsidePostgres postgres) {
    Process server = launchAndWait(folder, database);
    postgres.kill();
    server.destroyForcibly().onExit().join();
    postgres.restart();
    return tables(database);
  }

  private Process launchAndWait(Path folder, DatabaseUrl database) {
    Eventually.until("nobody is left", () -> Node.query(database, OTHERS).isEmpty());
    Process server = ServerProcess.launch(folder, database);
    int enough = tables(database) + 1 + random.nextInt(MOST_TABLES);
    Eventually.until("it migrates", () -> tables(database) >= enough || serves(database));
    return server;
  }

  private static int tables(DatabaseUrl database) {
    return Integer.parseInt(Node.query(database, TABLES).get(0).get(0));
  }

  /** All is done, and there are no more tables to come. */
  private static boolean serves(DatabaseUrl database) {
    return tables(database) > MOST_TABLES
        && !Node.query(database, "SELECT FROM installation").isEmpty();
  }

  private void itServes(Path folder, DatabaseUrl database) throws Exception {
    try (Senders senders = new Senders(survey)) {
      ServerProcess server = ServerProcess.start(folder, database);
      senders.to(server.address());
      senders.awaitMore(SOME);
      senders.finish();
      server.stop();
      new Accounts(database, survey.code()).balance(senders.receipts());
      assertEquals(
          List.of(), Node.query(database, "SELECT FROM flyway_schema_history WHERE NOT success"));
    }
  }
}
