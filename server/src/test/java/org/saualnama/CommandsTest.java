package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/** Commands on the server's own machine: beside a server that runs, and without one. */
final class CommandsTest {
  private static final Pattern LINK = Pattern.compile("/studio/set-up/([A-Za-z0-9_-]{43})");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whoeverSitsAtTheServersMachineCanBecomeAdmin(@TempDir Path folder) throws Exception {
    String stopped = token(ServerProcess.run(folder, "--admin-reset"));
    ServerProcess server = ServerProcess.start(folder, Map.of());
    assertEquals(200, setUp(server, stopped, "aigul").statusCode());
    assertEquals(404, setUp(server, stopped, "marat").statusCode());
    String beside = token(ServerProcess.run(folder, "--admin-reset"));
    HttpResponse<String> again = setUp(server, beside, "AIGUL");
    assertEquals(200, again.statusCode());
    assertTrue(again.body().contains("\"name\":\"aigul\""), again::body);
    String before = get(server, "/.well-known/jwks.json");
    assertTrue(ServerProcess.run(folder, "--rotate-keys").contains("new key"));
    ServerProcess.run(folder, "--rotate-keys");
    server.stop();
    ServerProcess next = ServerProcess.start(folder, Map.of());
    String after = get(next, "/.well-known/jwks.json");
    assertEquals(3, after.split("\"kid\"", -1).length - 1, after);
    assertTrue(after.contains(before.substring(9, before.length() - 2)), after);
    next.stop();
  }

  @Test
  void noCommandFoundsAnInstallationUnderASecretThatItMade(@TempDir Path folder) {
    DatabaseUrl database = TestDatabase.createEmpty();
    Map<String, String> outside = Map.of("DATABASE_URL", TestDatabase.text(database));
    ServerProcess.run(folder, outside, "--migrate");
    assertEquals(List.of(), Node.query(database, "SELECT FROM installation"));
    for (String command : List.of("--verify-audit", "--admin-reset", "--rotate-keys")) {
      String said = ServerProcess.refused(folder, outside, command);
      assertTrue(said.contains("SECRET_FILE"), said);
    }
    assertTrue(Files.notExists(folder.resolve("secret")));
  }

  private static String token(String said) {
    Matcher link = LINK.matcher(said);
    assertTrue(link.find(), said);
    return link.group(1);
  }

  private HttpResponse<String> setUp(ServerProcess server, String token, String name)
      throws Exception {
    Map<String, String> body =
        Map.of("token", token, "name", name, "password", "correct horse battery");
    return client.send(
        HttpRequest.newBuilder(server.address().resolve("/api/v1/set-up"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(body)))
            .build(),
        BodyHandlers.ofString());
  }

  private String get(ServerProcess server, String path) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }
}
