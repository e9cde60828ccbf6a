package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.access.Access;

/** What stands before everything published: how often, and from whose pages. */
final class PublishedTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong nanos = new AtomicLong();
  private HttpVerticle server;

  @BeforeEach
  void start() throws Exception {
    server =
        new HttpVerticle(
            "127.0.0.1",
            0,
            Optional.empty(),
            Gate.SHUT,
            Limits.of(2, 1, nanos::get),
            new Traffic(),
            new Doorway(TrustedProxies.parse("127.0.0.1"), Optional.empty(), false),
            PublishedTest::mount);
    vertx.deployVerticle(server).await(1, TimeUnit.MINUTES);
  }

  private static void mount(Doors doors) {
    doors.published("/figures").handler(context -> Replies.json(context, 200, Map.of()));
    doors.publishedByBody("/figures").handler(context -> Replies.json(context, 200, Map.of()));
    doors.signIn("/sessions").handler(context -> Replies.json(context, 201, Map.of()));
    doors.get("/form", Access.ANYBODY).handler(context -> Replies.json(context, 200, Map.of()));
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @Test
  void aClientHearsHowOftenItMayAskAndIsRefusedUntilTheMinuteIsOver() {
    HttpResponse<String> first = get("/figures", "198.51.100.7");
    assertEquals("\"reads\";q=2;w=60", header(first, "RateLimit-Policy"));
    assertEquals("\"reads\";r=1;t=60", header(first, "RateLimit"));
    pass(TimeUnit.SECONDS.toNanos(20));
    assertEquals("\"reads\";r=0;t=40", header(get("/figures", "198.51.100.7"), "RateLimit"));
    HttpResponse<String> refused = get("/figures", "198.51.100.7");
    assertEquals(429, refused.statusCode());
    assertEquals("40", header(refused, "Retry-After"));
    assertEquals("application/problem+json", header(refused, "Content-Type"));
    assertEquals("*", header(refused, "Access-Control-Allow-Origin"), "or scripts couldn't see it");
    pass(TimeUnit.SECONDS.toNanos(40));
    assertEquals(200, get("/figures", "198.51.100.7").statusCode());
  }

  @Test
  void aQuestionInABodyOfAStrangeKindIsRefusedLikeAnyOther() throws Exception {
    for (String type : new String[] {"multipart/form-data; boundary=", "multipart/mixed"}) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/figures"))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString("x"))
              .build();
      assertEquals(415, CLIENT.send(request, BodyHandlers.ofString()).statusCode(), type);
    }
  }

  @Test
  void othersAreNotCountedWithItButItsWholeIpv6NetworkIs() {
    for (String client : new String[] {"198.51.100.7", "198.51.100.8", "2001:db8:1::1"}) {
      assertEquals("\"reads\";r=1;t=60", header(get("/figures", client), "RateLimit"), client);
    }
    assertEquals("\"reads\";r=0;t=60", header(get("/figures", "2001:db8:1::ffff:2"), "RateLimit"));
  }

  @Test
  void signingInHasALimitOfItsOwn() {
    assertEquals(201, post("/sessions").statusCode());
    assertEquals(429, post("/sessions").statusCode());
    assertEquals(200, get("/figures", "127.0.0.1").statusCode());
  }

  @Test
  void formsHaveNoLimitForAnHonestAnswerMayBeBehindIt() {
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> form = get("/form", "198.51.100.7");
      assertEquals(200, form.statusCode());
      assertTrue(form.headers().firstValue("RateLimit").isEmpty());
    }
  }

  @Test
  void scriptsInAnybodysPagesMayReadWhatIsPublishedAndNothingElse() {
    HttpResponse<String> figures = get("/figures", "198.51.100.7");
    assertEquals("*", header(figures, "Access-Control-Allow-Origin"));
    assertEquals("", header(figures, "Access-Control-Allow-Credentials"));
    HttpResponse<String> preflight = send("OPTIONS", "/figures", "198.51.100.7");
    assertEquals(204, preflight.statusCode());
    assertTrue(header(preflight, "Access-Control-Allow-Headers").contains("Content-Type"));
    assertFalse(header(preflight, "Access-Control-Allow-Methods").contains("DELETE"));
    for (String path : new String[] {"/form", "/sessions"}) {
      HttpResponse<String> other = send("OPTIONS", path, "198.51.100.7");
      assertEquals(405, other.statusCode());
      assertEquals("", header(other, "Access-Control-Allow-Origin"));
    }
    assertEquals("", header(get("/form", "198.51.100.7"), "Access-Control-Allow-Origin"));
  }

  private void pass(long time) {
    nanos.addAndGet(time);
  }

  private HttpResponse<String> get(String path, String client) {
    return send("GET", path, client);
  }

  private HttpResponse<String> post(String path) {
    return send("POST", path, "127.0.0.1");
  }

  private HttpResponse<String> send(String method, String path, String client) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("X-Forwarded-For", client)
              .header("Origin", "https://example.org")
              .method(method, BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
