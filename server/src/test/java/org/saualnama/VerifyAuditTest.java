package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.postgres.DatabaseRoles;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.secret.Secret;

/** The verdict on the audit log, on the server's own machine. */
final class VerifyAuditTest {
  private static final String COMMAND = "--verify-audit";

  @Test
  void theCommandTellsTheFirstBrokenLinkBesideAServerAndWithoutOne(@TempDir Path folder)
      throws Exception {
    ServerProcess.run(folder, "--admin-reset");
    assertTrue(ServerProcess.run(folder, COMMAND).contains("The audit log holds."));
    ServerProcess server = ServerProcess.start(folder, Map.of());
    assertTrue(ServerProcess.run(folder, COMMAND).contains("The audit log holds."));
    DatabaseUrl database =
        EmbeddedServer.running(folder, Secret.from(folder.resolve("secret")))
            .flatMap(DatabaseRoles::owner)
            .orElseThrow();
    Node.query(
        database,
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL;"
            + " UPDATE audit_entry SET line = replace(line, 'server', 'nobody') WHERE number = 1;"
            + " ALTER TABLE audit_entry ENABLE TRIGGER ALL");
    assertBroken(folder);
    server.stop();
    assertBroken(folder);
  }

  /** Exits with 1 and says where. */
  private static void assertBroken(Path folder) {
    Exception said =
        assertThrows(IllegalStateException.class, () -> ServerProcess.run(folder, COMMAND));
    assertTrue(
        said.getMessage().contains("entry 1 was not written by this server"), said.getMessage());
  }
}
