package org.saualnama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.saualnama.http.Doorway;
import org.saualnama.http.TrustedProxies;
import org.saualnama.json.Json;
import org.saualnama.oidc.OidcSettings;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.secret.Secret;
import org.saualnama.survey.DefinitionFolder;
import org.saualnama.survey.Reading;
import org.saualnama.telemetry.TraceSettings;

/** A real node for tests: real HTTP on a free port, a real database of its own. */
public final class Node implements AutoCloseable {
  private static final long POLL_MILLIS = 15_000;

  /** Nobody waits for a release here longer than it takes. */
  private static final long LOOK_MILLIS = 200;

  private static final long SELDOM = TimeUnit.HOURS.toMillis(1);

  private final HttpClient client = HttpClient.newHttpClient();
  private final DatabaseUrl database;
  private final App app;

  private Node(DatabaseUrl database, App app) {
    this.database = database;
    this.app = app;
  }

  /**
   * A node on a fresh database.
   *
   * @param folder of the test, for the secret
   * @param surveyDefs the definitions to serve
   */
  public static Node start(Path folder, Path surveyDefs, boolean demo) {
    return start(TestDatabase.create(), folder, surveyDefs, demo);
  }

  /** A node on a database that may have others. */
  public static Node start(DatabaseUrl database, Path folder, Path surveyDefs, boolean demo) {
    return start(database, folder, surveyDefs, demo, Optional.empty());
  }

  /** A node that believes an outside provider. */
  public static Node start(Path folder, Path surveyDefs, OidcSettings oidc) {
    return start(TestDatabase.create(), folder, surveyDefs, false, Optional.of(oidc));
  }

  private static Node start(
      DatabaseUrl database,
      Path folder,
      Path surveyDefs,
      boolean demo,
      Optional<OidcSettings> oidc) {
    Config config = config(database, folder, surveyDefs, demo, Optional.empty(), oidc);
    return start(app(config, database, POLL_MILLIS, LOOK_MILLIS), database, surveyDefs);
  }

  /** A node that cuts no release of its own accord. */
  public static Node startThatCutsNothing(Path folder, Path surveyDefs) {
    DatabaseUrl database = TestDatabase.create();
    Config config = config(database, folder, surveyDefs, false, Optional.empty(), Optional.empty());
    return start(app(config, database, POLL_MILLIS, SELDOM), database, surveyDefs);
  }

  /** A demonstration that learns of others' releases only if the database tells it. */
  static Node startThatIsTold(DatabaseUrl database, Path folder, Path surveyDefs) {
    Config config = config(database, folder, surveyDefs, true, Optional.empty(), Optional.empty());
    return start(app(config, database, SELDOM, LOOK_MILLIS), database, surveyDefs);
  }

  /** A demonstration that others stand beside, all of which readers reach by the same address. */
  public static Node startAmongOthers(DatabaseUrl database, Path folder, Path surveyDefs) {
    Optional<URI> one = Optional.of(URI.create("https://results.example.org"));
    Config config = config(database, folder, surveyDefs, true, one, Optional.empty());
    return start(app(config, database, POLL_MILLIS, LOOK_MILLIS), database, surveyDefs);
  }

  /** A demonstration that tells Prometheus how it does, at a free port. */
  static Node startWatched(Path folder, Path surveyDefs) {
    DatabaseUrl database = TestDatabase.create();
    return start(
        database,
        folder,
        surveyDefs,
        new OperationSettings(OptionalInt.of(0), "127.0.0.1", Optional.empty()));
  }

  /** A demonstration that has its traces sent to {@code collector}. */
  static Node startTraced(DatabaseUrl database, Path folder, Path surveyDefs, URI collector) {
    return start(
        database,
        folder,
        surveyDefs,
        new OperationSettings(
            OptionalInt.empty(),
            "127.0.0.1",
            Optional.of(new TraceSettings(collector, "polls", 1))));
  }

  private static Node start(
      DatabaseUrl database, Path folder, Path surveyDefs, OperationSettings watched) {
    Config config =
        config(database, folder, surveyDefs, true, Optional.empty(), Optional.empty())
            .withOperation(watched);
    return start(app(config, database, POLL_MILLIS, LOOK_MILLIS), database, surveyDefs);
  }

  private static Config config(
      DatabaseUrl database,
      Path folder,
      Path surveyDefs,
      boolean demo,
      Optional<URI> publicUrl,
      Optional<OidcSettings> oidc) {
    return new Config(
        Optional.of(database),
        0,
        "127.0.0.1",
        publicUrl,
        folder,
        folder.resolve("secret"),
        surveyDefs,
        URI.create("https://example.org/"),
        0,
        demo ? 1 : 0,
        Config.LogLevel.info,
        Config.LogFormat.text,
        oidc,
        OperationSettings.NONE,
        Optional.empty(),
        new Doorway(TrustedProxies.parse("127.0.0.1"), Optional.empty(), false));
  }

  /** As whom the node speaks to its database: a role that may do what serving needs. */
  public DatabaseUrl served() {
    return served(database);
  }

  private static DatabaseUrl served(DatabaseUrl database) {
    return TestDatabase.roles(database).server();
  }

  private static App app(Config config, DatabaseUrl database, long pollMillis, long lookMillis) {
    try {
      Secret secret = Secret.from(config.secretFile());
      // The lesser role, so that every test shows that it is enough.
      return new App(config, served(database), secret, new Pace(pollMillis, lookMillis));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node start(App app, DatabaseUrl database, Path surveyDefs) {
    try {
      CompletableFuture<List<Reading>> definitions =
          CompletableFuture.completedFuture(DefinitionFolder.read(surveyDefs));
      return new Node(database, app.start(definitions).await(1, TimeUnit.MINUTES));
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  public App app() {
    return app;
  }

  /** As its owner, who may do anything to it. */
  public DatabaseUrl database() {
    return database;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + app.port() + path);
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** What is at {@code path}, as it came over the line. */
  public HttpResponse<byte[]> bytes(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)).headers(headers), BodyHandlers.ofByteArray());
  }

  /** Posts a submission as JSON under {@code id}. */
  public HttpResponse<String> submit(String survey, UUID id, Object submission) {
    return send(
        HttpRequest.newBuilder(uri("/api/v1/surveys/" + survey + "/submissions"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", id.toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(submission))));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of {@code sql}, each as its columns' texts. */
  public List<List<String>> query(String sql) {
    return query(database, sql);
  }

  /** The rows of {@code sql} in {@code database}; none for a statement that gives none. */
  public static List<List<String>> query(DatabaseUrl database, String sql) {
    String url =
        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      List<List<String>> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The single value of {@code sql}. */
  public String value(String sql) {
    return query(sql).get(0).get(0);
  }

  @Override
  public void close() {
    try {
      app.stop().await(1, TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A body with these answers. */
  public static Map<String, Object> submission(Map<String, ?> answers) {
    return Map.of("version", 1, "language", "en", "consent", true, "answers", answers);
  }
}
