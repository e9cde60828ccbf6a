package org.saualnama.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** Passwords, sessions, links and keys, used as they should be and as they should not. */
final class SignInTest {
  @TempDir Path folder;
  private Node node;

  @BeforeEach
  void start() {
    node = Node.start(folder, TestDefs.shipped(), false);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void anUnknownNameADisabledAccountAndAWrongPasswordGetTheSameAnswer() {
    Person.of(node, "known");
    Person.of(node, "disabled");
    node.query("UPDATE account SET disabled = true WHERE name = 'disabled'");
    Set<String> answers =
        List.of("known", "disabled", "unknown").stream()
            .map(name -> signIn(name, name.equals("disabled") ? Person.PASSWORD : "wrong"))
            .map(answer -> answer.statusCode() + answer.body() + answer.headers().map().keySet())
            .collect(Collectors.toSet());
    assertEquals(1, answers.size(), answers::toString);
    assertTrue(answers.iterator().next().startsWith("401"), answers::toString);
    assertEquals("3", node.value("SELECT tries FROM failed_sign_in"));
    assertEquals(201, signIn("KNOWN", Person.PASSWORD).statusCode());
  }

  @Test
  void triesAtOneAccountAreSlowedDownAndOthersAreNot() {
    Person.of(node, "known");
    Person.of(node, "other");
    for (int i = 0; i < 10; i++) {
      assertEquals(401, signIn("known", "wrong").statusCode());
    }
    HttpResponse<String> throttled = signIn("known", Person.PASSWORD);
    assertEquals(429, throttled.statusCode());
    long wait = Long.parseLong(throttled.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(wait > 0 && wait <= 61, throttled.headers()::toString);
    assertEquals(201, signIn("other", Person.PASSWORD).statusCode());
  }

  @Test
  void triesFromOneNetworkAreSlowedDownWhateverNamesAndAddressesTheyUse() {
    AtomicInteger tries = new AtomicInteger();
    // A slow machine gets some of its tries back on the way.
    Eventually.until(
        "the network has used its tries up",
        () ->
            atOnce(8, () -> from("198.51.100." + tries.get(), "name" + tries.incrementAndGet()))
                .stream()
                .anyMatch(answer -> answer.statusCode() == 429));
    assertTrue(tries.get() > 30, tries::toString);
    assertEquals(401, from("203.0.113.1", "name").statusCode());
    assertFalse(everything().contains("198.51.100"));
  }

  @Test
  void aRefreshTokenThatIsUsedTwiceEndsItsFamily() {
    Person.of(node, "known");
    JsonNode first = json(signIn("known", Person.PASSWORD));
    JsonNode second = json(refresh(first));
    assertEquals(200, me(second).statusCode());
    assertEquals(401, refresh(first).statusCode());
    assertEquals(401, refresh(second).statusCode());
    assertEquals(401, me(second).statusCode());
    assertEquals(401, me(first).statusCode());
    assertTrue(everything().contains("session.refused-reuse"));
  }

  @Test
  void oneRefreshTokenSentManyTimesAtOnceGivesOneAnswerAtMost() {
    Person.of(node, "known");
    JsonNode tokens = json(signIn("known", Person.PASSWORD));
    long good =
        atOnce(8, () -> refresh(tokens)).stream().filter(r -> r.statusCode() == 200).count();
    assertEquals(1, good);
  }

  @Test
  void aSetUpLinkWorksOnceForAnHourAndNotForWeakPasswords() {
    String link = node.app().setUpLink().await().orElseThrow().getPath();
    String token = link.substring(link.lastIndexOf('/') + 1);
    assertEquals(400, setUp(token, "aigul", "short").statusCode());
    assertEquals(400, setUp(token, "aigul", "iam-Aigul-forever").statusCode());
    assertEquals(400, setUp(token, "server", Person.PASSWORD).statusCode());
    HttpResponse<String> endless = setUp(token, "aigul", Person.PASSWORD.repeat(25));
    assertEquals(400, endless.statusCode());
    assertTrue(endless.body().contains("too_long"), endless::body);
    long made =
        atOnce(6, () -> setUp(token, "aigul", Person.PASSWORD)).stream()
            .filter(answer -> answer.statusCode() == 200)
            .count();
    assertEquals(1, made);
    assertEquals(404, setUp(token, "second", Person.PASSWORD).statusCode());
    assertTrue(node.app().setUpLink().await().isEmpty());
    String old = node.app().identity().setUp().forAdmin().await();
    node.query("UPDATE set_up_link SET expires = now()");
    assertEquals(404, setUp(old, "third", Person.PASSWORD).statusCode());
    assertEquals(201, signIn("aigul", Person.PASSWORD).statusCode());
  }

  @Test
  void signingOutEverywhereEndsBothDoors() {
    Person person = Person.of(node, "known");
    Person other = Person.of(node, "other");
    assertEquals(204, node.send(person.api("/api/v1/sessions").DELETE()).statusCode());
    assertFalse(person.isSignedIn());
    assertEquals(401, node.send(person.api("/api/v1/me")).statusCode());
    assertTrue(other.isSignedIn());
  }

  @Test
  void aSessionEndsWhenItLiesIdleAndAtItsEndHoweverBusy() {
    for (String end : List.of("idle_end", "ends")) {
      Person person = Person.of(node, end);
      assertEquals(200, node.send(person.api("/api/v1/me")).statusCode());
      assertEquals(200, node.send(person.studio("/studio/account")).statusCode());
      node.query("UPDATE session SET " + end + " = now()");
      assertEquals(401, node.send(person.api("/api/v1/me")).statusCode(), end);
      assertEquals(303, node.send(person.studio("/studio/account")).statusCode(), end);
    }
  }

  @Test
  void whoIsBusyIsNotIdle() {
    Person person = Person.of(node, "known");
    String far =
        "SELECT idle_end > now() + interval '1 hour' FROM session WHERE cookie IS NOT NULL";
    node.query("UPDATE session SET idle_end = now() + interval '5 minutes'");
    assertEquals("f", node.value(far));
    assertEquals(200, node.send(person.studio("/studio/account")).statusCode());
    assertEquals("t", node.value(far));
  }

  @Test
  void aKeyHasNoMoreThanWasGivenToItAndLosesWhatItsAccountLoses() {
    Person owner = Person.of(node, "owner", Grant.global(Role.ADMIN), Grant.of(Role.AUTHOR, "one"));
    String analyst = key(owner, List.of(Map.of("role", "author", "survey", "one")));
    String admin = key(owner, List.of(Map.of("role", "admin")));
    assertEquals(403, by(analyst, "/api/v1/accounts").statusCode());
    assertEquals(200, by(admin, "/api/v1/accounts").statusCode());
    assertEquals(
        LocalDate.now(ZoneOffset.UTC).toString(),
        node.value("SELECT last_used FROM api_key LIMIT 1"));
    node.query("DELETE FROM account_grant WHERE role = 'admin'");
    assertEquals(403, by(admin, "/api/v1/accounts").statusCode());
    node.query("UPDATE api_key SET revoked = true");
    assertEquals(401, by(analyst, "/api/v1/me").statusCode());
    node.query("UPDATE api_key SET revoked = false, expires = now()");
    assertEquals(401, by(analyst, "/api/v1/me").statusCode());
  }

  @Test
  void nobodyGivesAKeyWhatIsNotTheirs() {
    Person owner = Person.of(node, "owner", Grant.of(Role.AUTHOR, "one"));
    for (Map<String, String> role :
        List.of(
            Map.of("role", "author"),
            Map.of("role", "author", "survey", "two"),
            Map.of("role", "admin"))) {
      assertEquals(400, create(owner, List.of(role)).statusCode(), role::toString);
    }
  }

  @Test
  void whatTheDatabaseHoldsOpensNothing() {
    Person person = Person.of(node, "known", Grant.global(Role.ANALYST));
    JsonNode tokens = json(signIn("known", Person.PASSWORD));
    String key = key(person, List.of(Map.of("role", "analyst")));
    String link = node.app().identity().setUp().forAdmin().await();
    String all = everything();
    for (String secret :
        List.of(
            Person.PASSWORD,
            person.cookie(),
            person.token(),
            person.csrf(),
            tokens.path("refresh_token").asText(),
            key,
            link)) {
      assertFalse(all.contains(secret));
    }
    assertTrue(all.contains("$argon2id$v=19$m=32768,t=2,p=1$"));
  }

  /** All that identity keeps, bytes as text where they are text. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "account",
            "account_grant",
            "set_up_link",
            "signing_key",
            "session",
            "refresh_token",
            "api_key",
            "failed_sign_in",
            "audit_entry")) {
      node.query("SELECT t::text FROM " + table + " t").forEach(row -> all.append(row.get(0)));
    }
    return all.toString();
  }

  private String key(Person owner, List<Map<String, String>> roles) {
    return json(create(owner, roles)).path("secret").asText();
  }

  private HttpResponse<String> create(Person owner, List<Map<String, String>> roles) {
    String expires = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    Map<String, Object> body = Map.of("name", "script", "roles", roles, "expires", expires);
    return node.send(with(owner.api("/api/v1/me/keys"), body));
  }

  private HttpResponse<String> by(String bearer, String path) {
    return node.get(path, "Authorization", "Bearer " + bearer);
  }

  private HttpResponse<String> me(JsonNode tokens) {
    return by(tokens.path("access_token").asText(), "/api/v1/me");
  }

  private HttpResponse<String> signIn(String name, String password) {
    String body = "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
    return node.send(
        HttpRequest.newBuilder(node.uri("/api/v1/sessions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> from(String address, String name) {
    return node.send(
        with(
            HttpRequest.newBuilder(node.uri("/api/v1/sessions"))
                .header("X-Forwarded-For", "192.0.2.7, " + address),
            Map.of("name", name, "password", "wrong")));
  }

  private HttpResponse<String> refresh(JsonNode tokens) {
    return node.send(
        with(
            HttpRequest.newBuilder(node.uri("/api/v1/sessions/refresh")),
            Map.of("refresh_token", tokens.path("refresh_token").asText())));
  }

  private HttpResponse<String> setUp(String token, String name, String password) {
    return node.send(
        with(
            HttpRequest.newBuilder(node.uri("/api/v1/set-up")),
            Map.of("token", token, "name", name, "password", password)));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, Object body) {
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Json.write(body)));
  }

  private static <T> List<T> atOnce(int count, Supplier<T> call) {
    List<CompletableFuture<T>> calls =
        IntStream.range(0, count).mapToObj(i -> CompletableFuture.supplyAsync(call)).toList();
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.readUntrusted(response.body().getBytes(StandardCharsets.UTF_8));
  }
}
