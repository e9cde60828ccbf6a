package org.saualnama;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** Answers of everything that has to do with accounts, as the contract promises them. */
final class IdentitySamples {
  private static final String API = "/api/v1";
  private static final String NEW_PASSWORD = "a paper boat upstream";
  private static final List<Map<String, String>> ANALYST = List.of(Map.of("role", "analyst"));

  private final Node node;
  private final Samples samples;
  private final Person admin;
  private final Person nobody;

  IdentitySamples(Node node, Samples samples) {
    this.node = node;
    this.samples = samples;
    this.admin = Person.of(node, "admin", Grant.global(Role.ADMIN), Grant.global(Role.ANALYST));
    this.nobody = Person.of(node, "nobody");
  }

  void take() {
    sessions();
    me();
    keys();
    accounts();
    setUp();
    tooMany();
  }

  private void sessions() {
    String password = Person.PASSWORD;
    JsonNode tokens =
        json(open("POST", "/sessions", 201, Map.of("name", "nobody", "password", password)));
    open("POST", "/sessions", 400, Map.of("name", "nobody"));
    open("POST", "/sessions", 401, Map.of("name", "nobody", "password", "wrong"));
    Map<String, String> refresh = Map.of("refresh_token", tokens.path("refresh_token").asText());
    JsonNode next = json(open("POST", "/sessions/refresh", 200, refresh));
    open("POST", "/sessions/refresh", 400, Map.of());
    open("POST", "/sessions/refresh", 401, Map.of("refresh_token", "wrong"));
    HttpRequest.Builder end =
        samples
            .request(API + "/sessions/current")
            .header("Authorization", "Bearer " + next.path("access_token").asText());
    samples.add("DELETE /api/v1/sessions/current", 204, "", end.DELETE());
    stranger("DELETE", "/sessions/current");
    stranger("DELETE", "/sessions");
    send(Person.of(node, "leaver"), "DELETE", "/sessions", 204, null);
  }

  private void me() {
    send(nobody, "GET", "/me", 200, null);
    stranger("GET", "/me");
    Map<String, String> wrong = Map.of("old_password", "no", "password", NEW_PASSWORD);
    Map<String, String> right = Map.of("old_password", Person.PASSWORD, "password", NEW_PASSWORD);
    send(nobody, "PUT", "/me/password", 400, wrong);
    send(nobody, "PUT", "/me/password", 204, right);
    stranger("PUT", "/me/password");
    byKey("PUT", "/me/password", right);
  }

  private void keys() {
    Map<String, Object> wanted = key(ANALYST);
    String id = json(send(admin, "POST", "/me/keys", 201, wanted)).path("key").asText();
    send(admin, "POST", "/me/keys", 400, key(List.of(Map.of("role", "steward"))));
    stranger("POST", "/me/keys");
    byKey("POST", "/me/keys", wanted);
    send(admin, "GET", "/me/keys", 200, null);
    stranger("GET", "/me/keys");
    String one = "/me/keys/{key}";
    send(admin, "DELETE", one, id, 204, null);
    send(admin, "DELETE", one, UUID.randomUUID().toString(), 404, null);
    stranger("DELETE", one);
  }

  private void accounts() {
    // From here on the last one there is.
    node.query(
        "UPDATE account SET disabled = true WHERE name <> 'admin' AND account IN"
            + " (SELECT account FROM account_grant WHERE role = 'admin')");
    Map<String, Object> wanted = Map.of("name", "daniyar", "roles", ANALYST);
    String id = json(send(admin, "POST", "/accounts", 201, wanted)).path("account").asText();
    send(admin, "POST", "/accounts", 409, wanted);
    send(admin, "POST", "/accounts", 400, Map.of("name", "?", "roles", ANALYST));
    send(admin, "GET", "/accounts", 200, null);
    String one = "/accounts/{account}";
    String link = one + "/set-up-link";
    Map<String, Object> changed = Map.of("roles", ANALYST, "disabled", true);
    send(admin, "GET", one, id, 200, null);
    send(admin, "PUT", one, id, 200, changed);
    send(admin, "PUT", one, id, 400, Map.of("roles", ANALYST));
    send(admin, "POST", link, id, 201, null);
    String own = json(send(admin, "GET", "/me", 200, null)).path("account").asText();
    send(admin, "PUT", one, own, 409, changed);
    send(admin, "DELETE", one, own, 409, null);
    send(admin, "DELETE", one, id, 204, null);
    send(admin, "GET", one, id, 404, null);
    send(admin, "PUT", one, id, 404, changed);
    send(admin, "DELETE", one, id, 404, null);
    send(admin, "POST", link, id, 404, null);
    Map.of(
            "/accounts",
            List.of("GET", "POST"),
            one,
            List.of("GET", "PUT", "DELETE"),
            link,
            List.of("POST"))
        .forEach(
            (path, methods) ->
                methods.forEach(
                    method -> {
                      stranger(method, path);
                      send(nobody, method, path, id, 403, null);
                    }));
  }

  private void setUp() {
    Map<String, Object> wanted = Map.of("name", "marat", "roles", List.of());
    String link = json(send(admin, "POST", "/accounts", 201, wanted)).path("set_up_link").asText();
    String token = link.substring(link.lastIndexOf('/') + 1);
    open("POST", "/set-up", 400, Map.of("token", token, "password", "short"));
    open("POST", "/set-up", 200, Map.of("token", token, "password", NEW_PASSWORD));
    open("POST", "/set-up", 404, Map.of("token", token, "password", NEW_PASSWORD));
  }

  private void tooMany() {
    Map<String, String> wrong = Map.of("name", "target", "password", "wrong");
    for (int i = 0; i < 10; i++) {
      open("POST", "/sessions", 401, wrong);
    }
    open("POST", "/sessions", 429, wrong);
  }

  private static Map<String, Object> key(Object roles) {
    String expires = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    return Map.of("name", "weekly table", "roles", roles, "expires", expires);
  }

  private void byKey(String method, String path, Object body) {
    HttpRequest.Builder create = with(admin.api(API + "/me/keys"), "POST", key(ANALYST));
    String secret = json(node.send(create)).path("secret").asText();
    HttpRequest.Builder request =
        samples.request(API + path).header("Authorization", "Bearer " + secret);
    samples.add(method + " " + API + path, 403, "by key", with(request, method, body));
  }

  private void stranger(String method, String path) {
    HttpRequest.Builder request = samples.request(API + path.replaceAll("\\{\\w+}", "x"));
    samples.add(method + " " + API + path, 401, "stranger", with(request, method, null));
  }

  private HttpResponse<String> open(String method, String path, int status, Object body) {
    HttpRequest.Builder request = with(samples.request(API + path), method, body);
    return samples.add(method + " " + API + path, status, "", request);
  }

  private HttpResponse<String> send(
      Person who, String method, String path, int status, Object body) {
    return send(who, method, path, "", status, body);
  }

  private HttpResponse<String> send(
      Person who, String method, String path, String id, int status, Object body) {
    HttpRequest.Builder request = who.api(API + path.replaceAll("\\{\\w+}", id));
    return samples.add(method + " " + API + path, status, who.name(), with(request, method, body));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String method, Object body) {
    return body == null
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(Json.write(body)));
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.readUntrusted(response.body().getBytes(StandardCharsets.UTF_8));
  }
}
