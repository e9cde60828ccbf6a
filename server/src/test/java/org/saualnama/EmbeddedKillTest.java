package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.secret.Secret;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** The same promise where the program brings its own PostgreSQL, which can be left alone or die. */
final class EmbeddedKillTest {
  private static final int SOME = 50;
  private static final int PID = 0;
  private static final int PORT = 3;

  private final SurveyVersion survey = ShippedSurveys.may9();

  @Test
  void nothingAcknowledgedIsLostWithAnOrphanedOrAKilledPostgres(@TempDir Path folder)
      throws Exception {
    try (Senders senders = new Senders(survey)) {
      ServerProcess server = start(folder, senders);
      ProcessHandle orphan = postgres(folder);
      server.kill();
      assertTrue(orphan.isAlive(), "the killed server leaves an orphan");

      server = start(folder, senders);
      assertFalse(orphan.isAlive(), "the next one ends it");
      ProcessHandle postgres = postgres(folder);
      server.kill();
      killAll(postgres);

      server = start(folder, senders);
      senders.finish();
      Accounts accounts = new Accounts(database(folder), survey.code());
      accounts.awaitLastRelease();
      accounts.balance(senders.receipts());
      server.stop();
      Eventually.until("PostgreSQL has ended", () -> Files.notExists(pidFile(folder)));
    }
  }

  private ServerProcess start(Path folder, Senders senders) {
    ServerProcess server = ServerProcess.start(folder, Map.of());
    senders.to(server.address());
    senders.awaitMore(SOME);
    return server;
  }

  private static ProcessHandle postgres(Path folder) {
    return ProcessHandle.of(Long.parseLong(postmaster(folder).get(PID))).orElseThrow();
  }

  /** First the one that would start others in their place. */
  private static void killAll(ProcessHandle postgres) {
    List<ProcessHandle> parts = postgres.descendants().toList();
    postgres.destroyForcibly();
    parts.forEach(ProcessHandle::destroyForcibly);
  }

  private static DatabaseUrl database(Path folder) throws IOException {
    String password = EmbeddedServer.password(Secret.from(folder.resolve("secret")));
    int port = Integer.parseInt(postmaster(folder).get(PORT));
    return new DatabaseUrl("localhost", port, "postgres", "postgres", password);
  }

  private static List<String> postmaster(Path folder) {
    try {
      return Files.readAllLines(pidFile(folder)).stream().map(String::strip).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pidFile(Path folder) {
    return folder.resolve("postgres").resolve("postmaster.pid");
  }
}
