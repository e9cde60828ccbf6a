package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.demo.Demo;

/** An operator sees how the server does, and nobody sees by it that one person came. */
final class MetricsTest {
  private static final Path OPERATION = Path.of("..", "operation");
  private static final Pattern NAME = Pattern.compile("\\b(saualnama|jvm|process|vertx)_[a-z_]+");
  private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"");

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    node = Node.startWatched(folder, TestDefs.shipped());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void whatAFewPeopleDoIsNotTold() {
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 20);
    String scrape = scrape();
    assertTrue(scrape.contains("saualnama_submissions_total 0.0"), scrape);
    assertFalse(scrape.contains("saualnama_http_request_seconds"), scrape);
    assertTrue(scrape.contains("saualnama_intake_waiting 0.0"), scrape);
    assertTrue(scrape.contains("saualnama_http_connections 0.0"), scrape);
    assertFalse(scrape.contains("files_open"), "each connection is an open file");
  }

  @Test
  void dashboardAndAlertsNameOnlyWhatIsThereAndNoLabelIsAPerson() throws IOException {
    for (int i = 0; i < 200; i++) {
      node.get("/api/v1/surveys/none?personal=aigul");
      node.send(
          HttpRequest.newBuilder(node.uri("/livez"))
              .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 300);
    Eventually.until(
        "a release was cut and collected for",
        () -> {
          System.gc();
          String scrape = scrape();
          return scrape.contains("saualnama_release_age_seconds{")
              && scrape.contains("jvm_gc_pause_seconds_sum");
        });
    String scrape = scrape();
    Set<String> told = all(NAME, scrape, 0);
    for (String file : List.of("alerts.yml", "grafana-dashboard.json")) {
      Set<String> named = all(NAME, Files.readString(OPERATION.resolve(file)), 0);
      assertTrue(named.size() > 8, named::toString);
      named.removeAll(told);
      assertEquals(Set.of(), named, file);
    }
    Set<String> labels = all(LABEL, scrape, 1);
    labels.removeAll(Set.of("action", "area", "cause", "gc", "id", "le", "state"));
    assertEquals(Set.of("method", "pool_name", "pool_type", "reason", "route", "survey"), labels);
    for (String secret : List.of("aigul", "127.0.0.1", "celebration", "KZ-", "Java-http-client")) {
      assertFalse(scrape.contains(secret), secret);
    }
    assertTrue(scrape.contains("route=\"/api/v1/surveys/:survey\""), scrape);
    assertTrue(scrape.contains("{method=\"HEAD\",route=\"/livez\""), scrape);
    assertFalse(scrape.contains("{method=\"GET\",route=\"/livez\""), "once, as what it was");
    for (String pool : List.of("general", "health", "intake")) {
      String pending = "vertx_pool_queue_pending{pool_name=\"%s\",pool_type=\"sql\"}";
      assertTrue(scrape.contains(pending.formatted(pool)), pool);
    }
  }

  /** Of two with the same labels, as all of one node have, {@code or} shows the first alone. */
  @Test
  void noPanelHidesOneFigureBehindAnother() throws IOException {
    String dashboard = Files.readString(OPERATION.resolve("grafana-dashboard.json"));
    assertFalse(Pattern.compile("\"expr\": \"[^\"]* or ").matcher(dashboard).find());
  }

  @Test
  void thePublicPortHasNone() {
    assertEquals(404, node.get("/metrics").statusCode());
  }

  private String scrape() {
    URI metrics = URI.create("http://127.0.0.1:" + node.app().telemetry.metricsPort() + "/metrics");
    return node.send(HttpRequest.newBuilder(metrics)).body();
  }

  private static Set<String> all(Pattern pattern, String text, int group) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.add(matcher.group(group));
    }
    return found;
  }
}
