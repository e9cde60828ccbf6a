package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.postgres.DatabaseRoles;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.secret.Secret;

/** The embedded PostgreSQL has two roles, too: its owner's, and the lesser one that serves. */
final class EmbeddedRolesTest {
  private static final String SERVING =
      "SELECT DISTINCT usename FROM pg_stat_activity WHERE backend_type = 'client backend'"
          // Whoever connects just now has not said who they are.
          + " AND usename IS NOT NULL AND pid <> pg_backend_pid()";

  @Test
  void aFolderOfBeforeGetsTheRoleAndItAloneServes(@TempDir Path folder) throws Exception {
    Secret secret = Secret.from(folder.resolve("secret"));
    ServerProcess.run(folder, "--admin-reset");
    try (EmbeddedServer before = EmbeddedServer.start(folder, secret)) {
      // As a version left it that knew one role only.
      Node.query(
          before.roles().owner().orElseThrow(), "DROP OWNED BY saualnama; DROP ROLE saualnama");
    }
    ServerProcess server = ServerProcess.start(folder, Map.of());
    DatabaseRoles roles = EmbeddedServer.running(folder, secret).orElseThrow();
    DatabaseUrl owner = roles.owner().orElseThrow();

    assertEquals(200, get(server.address().resolve("/api/v1/surveys")));
    assertEquals("[[saualnama]]", Node.query(owner, SERVING).toString());
    assertNotEquals(owner.password(), roles.server().password());
    assertThrows(
        IllegalStateException.class, () -> Node.query(roles.server(), "DELETE FROM audit_entry"));
    server.stop();
  }

  private static int get(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
