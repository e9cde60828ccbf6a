package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.json.Json;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.secret.Secret;

/** The PostgreSQL that the program brings writes a log too, and must not write answers into it. */
final class EmbeddedLogTest {
  private static final String WORDS = "planted an apple tree";
  private static final String REGION = "KZ-39";
  private static final int FOR_A_RELEASE = 100;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theLogOfPostgresTellsOfErrorsAndNothingOfAnswers(@TempDir Path folder) throws Exception {
    ServerProcess server = ServerProcess.start(folder, Map.of());
    UUID id = UUID.randomUUID();
    String receipt = submit(server.address(), id);
    for (int i = 1; i < FOR_A_RELEASE; i++) {
      submit(server.address(), UUID.randomUUID());
    }
    DatabaseUrl database = database(folder);
    String texts = "SELECT count(*) > 0 FROM response_text WHERE text = '" + WORDS + "'";
    Eventually.until("a release", () -> Node.query(database, texts).get(0).get(0).equals("t"));
    fail(database, "INSERT INTO receipt VALUES ('" + receipt + "', 'may9-kz')");
    fail(database, "INSERT INTO receipt SELECT null, text FROM response_text");
    fail(
        database,
        "INSERT INTO response (survey, release, answers) SELECT '"
            + id
            + "', 1, answers"
            + " FROM response");
    fail(database, "SELECT '" + WORDS + REGION + "' FROM nowhere");
    // Told as it happens, each on a line of its own.
    for (String error :
        List.of("receipt_pkey", "column \"receipt\"", "column \"profile\"", "\"nowhere\"")) {
      Eventually.until("the log tells of " + error, () -> log(folder).contains(error));
    }
    server.stop();
    String said = log(folder);
    for (String secret : List.of(WORDS, REGION, receipt, id.toString())) {
      assertFalse(said.contains(secret), () -> "the log says " + secret);
    }
  }

  private static void fail(DatabaseUrl database, String sql) {
    assertThrows(IllegalStateException.class, () -> Node.query(database, sql));
  }

  private String submit(URI server, UUID id) throws Exception {
    Map<String, Object> answers =
        Map.of("age", "25-34", "region", REGION, "done", List.of("other"), "done.other", WORDS);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve("/api/v1/surveys/may9-kz/submissions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(Node.submission(answers))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(201, answer.statusCode());
    return Senders.receipt(answer);
  }

  private static DatabaseUrl database(Path folder) throws IOException {
    String password = EmbeddedServer.password(Secret.from(folder.resolve("secret")));
    List<String> postmaster = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
    int port = Integer.parseInt(postmaster.get(3).strip());
    return new DatabaseUrl("localhost", port, "postgres", "postgres", password);
  }

  private static String log(Path folder) {
    try {
      return Files.readString(folder.resolve("postgres.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
