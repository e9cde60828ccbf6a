package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.demo.Demo;
import org.saualnama.http.Doorway;
import org.saualnama.http.Gate;
import org.saualnama.http.HttpVerticle;
import org.saualnama.http.Limits;
import org.saualnama.http.Traffic;

/** What a page that stays open hears. */
final class ReleaseStreamTest {
  private static final String RELEASES = "/api/v1/surveys/may9-kz/releases";

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    node = Node.start(folder, TestDefs.shipped(), true);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  /** An open stream, read event by event. */
  private static final class Stream implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    Stream(URI address, String... headers) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip");
      response =
          HttpClient.newHttpClient()
              .send(
                  (headers.length == 0 ? request : request.headers(headers)).build(),
                  BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The lines up to the next empty one. */
    List<String> next() throws IOException {
      List<String> block = new ArrayList<>();
      for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
        block.add(line);
        line = lines.readLine();
      }
      return block;
    }

    @Override
    public void close() throws IOException {
      response.body().close();
    }
  }

  private void release(int respondents, int number) {
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), respondents);
    Eventually.until(
        "release " + number, () -> node.get(RELEASES).body().contains("\"release\":" + number));
  }

  @Test
  void whoeverListensHearsOfEachReleaseAndWhoComesBackOfWhatTheyMissed() throws Exception {
    List<String> first;
    try (Stream stream = new Stream(address())) {
      assertEquals(200, stream.response.statusCode());
      assertEquals(
          "text/event-stream", stream.response.headers().firstValue("Content-Type").orElseThrow());
      assertFalse(stream.response.headers().firstValue("Content-Encoding").isPresent());
      assertEquals(List.of("retry: 10000"), stream.next());
      release(150, 1);
      first = stream.next();
      assertTrue(first.contains("event: release"), first::toString);
      assertTrue(first.get(2).startsWith("data: {\"release\":"), first::toString);
    }
    try (Stream late = new Stream(address())) {
      late.next();
      assertTrue(late.next().get(0).startsWith("id: "), "the newest, at once");
    }
    String heard = "id: " + node.value("SELECT max(release) FROM release") + ".0";
    Eventually.until("the newest is served", () -> newest().equals(heard));
    try (Stream back = new Stream(address(), "Last-Event-ID", heard.substring("id: ".length()))) {
      back.next();
      release(600, Integer.parseInt(heard.replaceAll("id: (.*)\\.0", "$1")) + 1);
      assertFalse(back.next().contains(heard), "only what is new");
    }
  }

  @Test
  void whoAsksOnlyForTheHeadGetsItAndNoStream() throws Exception {
    for (HttpClient.Version version : HttpClient.Version.values()) {
      HttpRequest head =
          HttpRequest.newBuilder(address())
              .method("HEAD", BodyPublishers.noBody())
              .version(version)
              .timeout(Duration.ofMinutes(1))
              .build();
      assertEquals(
          200, HttpClient.newHttpClient().send(head, BodyHandlers.discarding()).statusCode());
    }
  }

  @Test
  void oneTooManyIsToldToComeBackUntilAnotherHasGone() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      ReleaseStreamRoutes routes =
          new ReleaseStreamRoutes(vertx, node.app().surveys(), new PublishedReleases(), 1);
      HttpVerticle server =
          new HttpVerticle(
              "127.0.0.1",
              0,
              Optional.empty(),
              Gate.SHUT,
              Limits.NONE,
              new Traffic(),
              Doorway.OPEN,
              routes::mount);
      vertx.deployVerticle(server).await(1, TimeUnit.MINUTES);
      URI address = URI.create("http://127.0.0.1:" + server.port() + RELEASES + "/stream");
      try (Stream stream = new Stream(address)) {
        stream.next();
        HttpResponse<String> refused = node.send(HttpRequest.newBuilder(address));
        assertEquals(503, refused.statusCode());
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      }
      Eventually.until("there is room again", () -> status(address) == 200);
    } finally {
      vertx.close().await(1, TimeUnit.MINUTES);
    }
  }

  private static int status(URI address) {
    try (Stream stream = new Stream(address)) {
      return stream.response.statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI address() {
    return node.uri(RELEASES + "/stream");
  }

  private String newest() {
    try (Stream stream = new Stream(address())) {
      stream.next();
      return stream.next().get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
