package org.saualnama.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Access;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Doorway;
import org.saualnama.http.HttpVerticle;
import org.saualnama.http.Limits;
import org.saualnama.http.Traffic;

/** Both gates, before routes that only say who came. */
final class GateTest {
  @TempDir static Path folder;
  private static final Vertx VERTX = Vertx.vertx();
  private static Node node;
  private static HttpVerticle server;
  private static Person author;

  @BeforeAll
  static void start() throws Exception {
    node = Node.start(folder, TestDefs.shipped(), false);
    server =
        new HttpVerticle(
            "127.0.0.1",
            0,
            Optional.empty(),
            new FrontGate(
                node.app().identity(),
                node.app().studioGate(),
                token -> Future.succeededFuture(Optional.empty())),
            Limits.NONE,
            new Traffic(),
            Doorway.OPEN,
            GateTest::mount);
    VERTX.deployVerticle(server).await(1, TimeUnit.MINUTES);
    author = Person.of(node, "aigul", Grant.of(Role.AUTHOR, "one"));
  }

  @AfterAll
  static void stop() throws Exception {
    VERTX.close().await(1, TimeUnit.MINUTES);
    node.close();
  }

  private static void mount(Doors doors) {
    doors.get("/api/v1/own", Access.SIGNED_IN).handler(GateTest::greet);
    doors.get("/api/v1/of/:survey", Access.of(Role.AUTHOR)).handler(GateTest::greet);
    doors.get("/studio/of/:survey", Access.of(Role.AUTHOR)).handler(GateTest::greet);
    doors.post("/studio/of/:survey", Access.of(Role.AUTHOR)).handler(GateTest::greet);
  }

  private static void greet(RoutingContext context) {
    context.end(Doors.caller(context).name()).onFailure(context::fail);
  }

  @Test
  void aTokenOpensTheApiForTheSurveysOfItsRoles() throws Exception {
    assertEquals("aigul", send(author.api("/api/v1/own")).body());
    assertEquals(200, send(author.api("/api/v1/of/one")).statusCode());
    assertEquals(403, send(author.api("/api/v1/of/two")).statusCode());
  }

  @Test
  void aCookieOpensTheStudioForTheSurveysOfItsRoles() throws Exception {
    assertEquals("aigul", send(author.studio("/studio/of/one")).body());
    assertEquals(403, send(author.studio("/studio/of/two")).statusCode());
  }

  @Test
  void neitherOpensTheOtherDoor() throws Exception {
    assertEquals(401, send(author.studio("/api/v1/own")).statusCode());
    assertEquals(303, send(author.api("/studio/of/one")).statusCode());
  }

  @Test
  void aStrangerIsToldToSignInAndSentBackAfterwards() throws Exception {
    HttpResponse<String> api = send(request("/api/v1/own"));
    assertEquals(401, api.statusCode());
    assertEquals("Bearer", api.headers().firstValue("WWW-Authenticate").orElseThrow());
    HttpResponse<String> studio = send(request("/studio/of/one?tab=2"));
    assertEquals(303, studio.statusCode());
    assertEquals(
        "/studio/sign-in?next=%2Fstudio%2Fof%2Fone%3Ftab%3D2",
        studio.headers().firstValue("Location").orElseThrow());
    HttpResponse<String> fragment = send(request("/studio/of/one").header("HX-Request", "true"));
    assertEquals(401, fragment.statusCode());
    assertTrue(fragment.headers().firstValue("HX-Redirect").isPresent());
  }

  @Test
  void aChangeNeedsTheTokenOfItsOwnSession() throws Exception {
    Person other = Person.of(node, "other", Grant.of(Role.AUTHOR, "one"));
    assertEquals(200, send(author.studio("/studio/of/one").POST(csrf(""))).statusCode());
    assertEquals(200, change(author.csrf(), "same-origin", null));
    assertEquals(403, change("", "same-origin", null));
    assertEquals(403, change(other.csrf(), "same-origin", null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin, null, 200",
        "same-origin, -, 200",
        "-, -, 200",
        "-, null, 403",
        "cross-site, -, 403",
        "same-site, -, 403",
        "same-origin, https://elsewhere.invalid, 403",
        "-, https://elsewhere.invalid, 403",
        "-, http://127.0.0.1.elsewhere.invalid, 403",
        "-, own, 200",
      })
  void aForeignPageChangesNothingEvenWithTheToken(String site, String origin, int status)
      throws Exception {
    String from = "own".equals(origin) ? "http://127.0.0.1:" + server.port() : origin;
    assertEquals(status, change(author.csrf(), site, from));
  }

  private static int change(String csrf, String site, String origin) throws Exception {
    HttpRequest.Builder request =
        request("/studio/of/one")
            .header("Cookie", "__Host-session=" + author.cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(csrf(csrf));
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    return send(request).statusCode();
  }

  private static HttpRequest.BodyPublisher csrf(String csrf) {
    return BodyPublishers.ofString("csrf=" + csrf);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpRequest there = request.build();
    String query = there.uri().getRawQuery() == null ? "" : "?" + there.uri().getRawQuery();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(there, (name, value) -> true)
                .uri(uri(there.uri().getRawPath() + query))
                .build(),
            BodyHandlers.ofString());
  }
}
