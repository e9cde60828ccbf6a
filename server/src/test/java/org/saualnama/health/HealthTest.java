package org.saualnama.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.Contract;
import org.saualnama.Node;
import org.saualnama.http.Doorway;
import org.saualnama.http.Gate;
import org.saualnama.http.HttpVerticle;
import org.saualnama.http.Limits;
import org.saualnama.http.OpenApiRoutes;
import org.saualnama.http.Traffic;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;

/** A balancer learns in time that a node is of no use, and its operator why. */
final class HealthTest {
  private final DatabaseUrl database = TestDatabase.create();
  private final Vertx vertx = Vertx.vertx();
  private final Traffic traffic = new Traffic();
  private final AtomicReference<Duration> newsAge = new AtomicReference<>(Duration.ZERO);
  private final AtomicLong nanos = new AtomicLong();
  private HttpVerticle server;

  @BeforeEach
  void start() throws Exception {
    Pool pool = Pools.open(vertx, database);
    HealthRoutes health =
        new HealthRoutes(
            new PgSchema(pool, nanos::get), Migrations.newest(), newsAge::get, traffic);
    server =
        new HttpVerticle(
            "127.0.0.1",
            0,
            Optional.empty(),
            Gate.SHUT,
            Limits.NONE,
            traffic,
            Doorway.OPEN,
            doors -> {
              health.mount(doors);
              new OpenApiRoutes().mount(doors);
            });
    vertx.deployVerticle(server).await(1, TimeUnit.MINUTES);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void aNodeIsReadyWithItsDatabaseAndStaysSoWithANewerSchema() throws Exception {
    assertEquals(200, get("/readyz").statusCode());
    Node.query(
        database,
        "INSERT INTO flyway_schema_history"
            + " SELECT installed_rank + 1, '999', description, type, script, checksum, installed_by,"
            + " installed_on, execution_time, success FROM flyway_schema_history"
            + " ORDER BY installed_rank DESC LIMIT 1");
    later();
    assertEquals(200, get("/readyz").statusCode());
  }

  @Test
  void anOlderSchemaIsNamed() throws Exception {
    Node.query(
        database,
        "DELETE FROM flyway_schema_history WHERE installed_rank ="
            + " (SELECT max(installed_rank) FROM flyway_schema_history)");
    assertFails("schema");
  }

  @Test
  void aDatabaseThatIsAwayIsNamedAndTheProcessStillLives() throws Exception {
    assertEquals(200, get("/readyz").statusCode());
    DatabaseUrl other =
        new DatabaseUrl(
            database.host(), database.port(), "postgres", database.user(), database.password());
    Node.query(other, "DROP DATABASE " + database.database() + " WITH (FORCE)");
    later();
    assertFails("database");
    assertEquals("{\"status\":\"alive\"}", get("/livez").body());
  }

  @Test
  void newsThatStayAwayAreNamed() throws Exception {
    newsAge.set(Duration.ofMinutes(5));
    assertFails("news");
  }

  @Test
  void aServerThatIsAboutToStopIsNotReadyThoughItStillAnswers() throws Exception {
    traffic.end();
    assertFails("staying");
    assertEquals(200, get("/livez").statusCode());
  }

  private void later() {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
  }

  /** Says so in words that name nothing of the inside, and as the contract has it. */
  private void assertFails(String check) throws Exception {
    HttpResponse<String> answer = get("/readyz");
    assertEquals(503, answer.statusCode(), answer::body);
    String named = "{\"check\":\"" + check + "\",\"holds\":false,\"detail\":\"";
    assertTrue(answer.body().contains(named), answer::body);
    assertEquals(2, answer.body().split("\"holds\":false").length, "only that");
    for (String inside : List.of(database.database(), "localhost", "postgres", "flyway")) {
      assertFalse(answer.body().contains(inside), answer::body);
    }
    Contract contract = new Contract(get("/api/v1/openapi.yaml").body());
    assertEquals(List.of(), contract.problems("GET /readyz", answer));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
