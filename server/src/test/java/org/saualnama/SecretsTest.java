package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.secret.Secret;

/**
 * Whatever goes wrong, what the server must keep to itself is in no log, answer or process list.
 */
final class SecretsTest {
  private static final String PASSWORD = "tulip-orchard-4711";
  private static final String TYPED = "quiet horse battery";
  private static final String WORDS = "planted an apple tree";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final StringBuilder heard = new StringBuilder();

  @Test
  void aStartThatFailsTellsNoPassword() throws Exception {
    Secret secret = Secret.from(folder.resolve("secret"));
    try (EmbeddedServer database = EmbeddedServer.start(folder.resolve("data"), secret)) {
      int port = database.roles().server().port();
      for (String url :
          List.of(
              "postgresql://saualnama:%s@localhost:%d/postgres".formatted(PASSWORD, port),
              "postgresql://saualnama:%s@localhost:1/postgres".formatted(PASSWORD),
              "postgresql://saualnama:%s@nowhere.invalid/postgres".formatted(PASSWORD),
              "mysql://saualnama:%s@localhost/x".formatted(PASSWORD),
              "postgresql://saualnama:%s@localhost:%d/postgres?sslmode=disable"
                  .formatted(PASSWORD, port),
              "postgresql://saualnama:%s%%zz@[/postgres".formatted(PASSWORD))) {
        heard.append(ServerProcess.refused(folder, Map.of("DATABASE_URL", url)));
        heard.append(
            ServerProcess.refused(
                folder, Map.of("DATABASE_URL", "postgresql://u@h/d", "MIGRATION_URL", url)));
      }
    }
    String url = "postgresql://saualnama:" + PASSWORD + "@localhost/x";
    heard.append(ServerProcess.refused(folder, Map.of(), "--database-url", url));
    assertTrue(heard.toString().contains("password authentication failed"), heard::toString);
    assertFalse(heard.toString().contains(PASSWORD), heard::toString);
  }

  @Test
  void aServerInTroubleTellsNothingOfWhatItHoldsAndIsTold() throws Exception {
    Path log = folder.resolve("log");
    ServerProcess server = ServerProcess.startWithLog(folder, Map.of("LOG_LEVEL", "debug"), log);
    Secret secret = Secret.from(folder.resolve("secret"));
    DatabaseUrl owner = EmbeddedServer.running(folder, secret).orElseThrow().owner().orElseThrow();
    Set<String> secrets = new HashSet<>(Set.of(TYPED, WORDS, owner.password()));
    secrets.add(EmbeddedServer.running(folder, secret).orElseThrow().server().password());
    secrets.add(Files.readString(folder.resolve("secret")).strip());

    String link = server.setUpLink();
    String token = link.substring(link.lastIndexOf('/') + 1);
    Map<String, String> account = Map.of("token", token, "name", "aigul", "password", TYPED);
    assertEquals(200, post(server, "/api/v1/set-up", account).statusCode());
    Map<String, String> typed = Map.of("name", "aigul", "password", TYPED);
    String session =
        client.send(request(server, "/api/v1/sessions", typed), BodyHandlers.ofString()).body();
    byte[] tokens = session.getBytes(StandardCharsets.UTF_8);
    String access = (String) Json.read(tokens, Map.class).get("access_token");
    secrets.add(access);
    secrets.add(access.substring(access.lastIndexOf('.') + 1));

    for (String table : List.of("account", "receipt", "session", "audit_entry", "release")) {
      Node.query(owner, "ALTER TABLE " + table + " RENAME TO away");
      provoke(server, typed, access);
      Node.query(owner, "ALTER TABLE away RENAME TO " + table);
    }
    String command = Files.readString(Path.of("/proc/" + server.pid() + "/cmdline"));
    server.stop();
    String said = Files.readString(log);
    assertTrue(said.contains("relation \"account\" does not exist"), said);
    for (String hidden : secrets) {
      assertFalse(said.contains(hidden), () -> "the log says " + hidden);
      assertFalse(heard.toString().contains(hidden), () -> "an answer says " + hidden);
      assertFalse(command.contains(hidden), () -> "the process list says " + hidden);
    }
    assertFalse(said.contains(token), "the log says the link");
    assertFalse(heard.toString().contains("relation"), heard::toString);
    assertFalse(heard.toString().contains("org.saualnama"), heard::toString);
  }

  /** Each of these needs one of the tables. */
  private void provoke(ServerProcess server, Map<String, String> typed, String access)
      throws Exception {
    Map<String, ?> answers =
        Map.of("age", "25-34", "region", "KZ-63", "done", List.of("other"), "done.other", WORDS);
    post(server, "/api/v1/sessions", typed);
    post(server, "/api/v1/sessions/refresh", Map.of("refresh_token", TYPED));
    post(server, "/api/v1/surveys/may9-kz/submissions", Node.submission(answers));
    for (String path :
        List.of(
            "/api/v1/me",
            "/api/v1/accounts",
            "/api/v1/audit/verdict",
            "/api/v1/surveys/may9-kz/releases")) {
      hear(
          HttpRequest.newBuilder(server.address().resolve(path))
              .header("Authorization", "Bearer " + access)
              .build());
      hear(
          HttpRequest.newBuilder(server.address().resolve(path))
              .header("Authorization", "Bearer " + TYPED)
              .build());
    }
  }

  private HttpResponse<String> post(ServerProcess server, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return hear(request(server, path, body));
  }

  private static HttpRequest request(ServerProcess server, String path, Map<String, ?> body) {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofByteArray(Json.write(body)))
        .build();
  }

  private HttpResponse<String> hear(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    heard.append(answer.statusCode()).append(answer.headers().map()).append(answer.body());
    return answer;
  }
}
