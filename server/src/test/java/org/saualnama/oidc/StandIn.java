package org.saualnama.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.saualnama.json.Json;
import org.saualnama.secret.Digest;

/**
 * A provider that keeps to the standards over real HTTP (discovery, JWK sets, codes good once,
 * PKCE, a client's secret), and whose ID tokens a test may spoil.
 */
final class StandIn implements AutoCloseable {
  static final String CLIENT = "saualnama";
  static final String SECRET = "s%cret: of the client";
  static final String AUDIENCE = "https://surveys.example.org/api";

  final Signer signer = Signer.of("first", "RS256");
  volatile List<Signer> published = List.of(signer);

  /** Makes the ID token of the claims that are due. */
  volatile Function<Map<String, Object>, String> idToken = signer::token;

  private record Code(Map<String, String> asked, Map<String, ?> person) {}

  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final HttpServer server;

  StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/jwks", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  OidcSettings settings(String roles) {
    return new OidcSettings(
        URI.create(issuer()),
        CLIENT,
        Optional.of(SECRET),
        Optional.of(AUDIENCE),
        new RoleMapping(roles));
  }

  /** What a browser brings back once {@code person} has signed in at the address it was sent to. */
  Map<String, String> signIn(String address, Map<String, ?> person) {
    Map<String, String> asked = fields(URI.create(address).getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, new Code(asked, person));
    return Map.of("code", code, "state", asked.get("state"), "iss", issuer());
  }

  /** Claims of an access token for the API. */
  Map<String, Object> access(String subject, String... groups) {
    Map<String, Object> claims = times();
    claims.put("sub", subject);
    claims.put("aud", AUDIENCE);
    claims.put("groups", List.of(groups));
    return claims;
  }

  private Map<String, Object> times() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer());
    claims.put("iat", now);
    claims.put("exp", now + 300);
    return claims;
  }

  private void describe(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "jwks_uri", issuer() + "/jwks"));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, Map.of("keys", published.stream().map(Signer::jwk).toList()));
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> sent = fields(body);
    Code code = codes.remove(sent.getOrDefault("code", ""));
    if (code == null || !isClient(exchange) || !isRight(code, sent)) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    Map<String, Object> claims = times();
    claims.put("aud", CLIENT);
    claims.put("nonce", code.asked().get("nonce"));
    claims.putAll(code.person());
    answer(
        exchange,
        200,
        Map.of("token_type", "Bearer", "access_token", "x", "id_token", idToken.apply(claims)));
  }

  private static boolean isClient(HttpExchange exchange) {
    String pair = "saualnama:" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    return ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static boolean isRight(Code code, Map<String, String> sent) {
    byte[] verifier = sent.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
    return code.asked().get("code_challenge").equals(Signer.part(Digest.sha256(verifier)))
        && code.asked().get("code_challenge_method").equals("S256")
        && code.asked().get("redirect_uri").equals(sent.get("redirect_uri"))
        && "authorization_code".equals(sent.get("grant_type"));
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Json.write(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new HashMap<>();
    Pattern.compile("&")
        .splitAsStream(encoded)
        .forEach(
            field -> {
              int equals = field.indexOf('=');
              fields.put(
                  field.substring(0, equals),
                  URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            });
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
