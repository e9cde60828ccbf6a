package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.http.Certificates;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/** The real program as INSTALL.md runs it: the owner migrates and goes, another role serves. */
final class OwnerAndServerTest {
  @TempDir private Path folder;

  @Test
  void theOwnerMigratesByAPasswordInAFileAndTheServerNeverHearsItAndSpeaksTls() throws Exception {
    DatabaseUrl owner = TestDatabase.createEmpty();
    DatabaseUrl server = TestDatabase.roles(owner).server();
    Map<String, String> migrating =
        Map.of(
            "DATABASE_URL", TestDatabase.text(server),
            "MIGRATION_URL", TestDatabase.text(owner.withPassword("wrong")),
            "MIGRATION_PASSWORD_FILE", file("owner", owner.password()));
    assertEquals(
        "The schema is up to date.",
        ServerProcess.runInEarnest(folder, migrating, "--migrate").strip());

    Certificates pair = Certificates.make(folder, "EC");
    Map<String, String> serving =
        Map.of(
            "DATABASE_URL", TestDatabase.text(server.withPassword("wrong-too")),
            "DATABASE_PASSWORD_FILE", file("server", server.password()),
            "TLS_CERTIFICATE", file("certificate.pem", pair.certificate()),
            "TLS_KEY", file("key.pem", pair.key()),
            "LOG_LEVEL", "warn");
    Path log = folder.resolve("log");
    ServerProcess process = ServerProcess.startInEarnest(folder, serving, log);
    HttpClient client =
        HttpClient.newBuilder().sslContext(Certificates.trusting(List.of(pair))).build();
    HttpResponse<String> ready =
        client.send(
            HttpRequest.newBuilder(process.address().resolve("/readyz")).build(),
            BodyHandlers.ofString());
    process.stop();
    assertEquals(200, ready.statusCode());
    assertTrue(ready.body().contains("\"status\":\"ready\""), ready::body);
    assertEquals("", Files.readString(log), "nothing to warn of");
  }

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
