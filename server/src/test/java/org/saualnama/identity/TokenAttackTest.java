package org.saualnama.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.json.Json;

/** Forged, changed and misused access tokens, each sent to a real server. */
final class TokenAttackTest {
  private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder FROM = Base64.getUrlDecoder();

  @TempDir static Path folder;
  private static Node node;
  private static Person author;
  private static SigningKey key;

  @BeforeAll
  static void start() throws Exception {
    node = Node.start(folder, TestDefs.shipped(), false);
    author = Person.of(node, "aigul", Grant.of(Role.AUTHOR, "one"));
    key = node.app().identity().signingKeys().current().await(1, TimeUnit.MINUTES).newest();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aTokenMadeByTheseTestsPassesUnlessItIsAttacked() throws Exception {
    assertEquals(200, status(author.token()));
    assertEquals(200, status(signed(header(), claims())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
  void noAlgorithmIsNoProof(String none) {
    JsonObject header = header().put("alg", none);
    assertEquals(401, status(text(header) + "." + text(claims()) + "."));
    assertEquals(401, status(text(header) + "." + text(claims()) + "." + part(2)));
    assertEquals(401, status(text(header.copy().putNull("alg")) + "." + text(claims()) + "."));
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws Exception {
    String x = (String) key.publicJwk().get("x");
    String spki = Base64.getEncoder().encodeToString(spki());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + spki + "\n-----END PUBLIC KEY-----\n";
    for (byte[] secret :
        new byte[][] {
          Json.write(key.publicJwk()), FROM.decode(x), spki(), pem.getBytes(StandardCharsets.UTF_8)
        }) {
      for (String algorithm : new String[] {"HS256", "ES256"}) {
        String start = text(header().put("alg", algorithm)) + "." + text(claims());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] proof = mac.doFinal(start.getBytes(StandardCharsets.US_ASCII));
        assertEquals(401, status(start + "." + TO.encodeToString(proof)), algorithm);
      }
    }
  }

  @Test
  void anotherServersTokenOrOneForAnotherServerOpensNothing() throws Exception {
    assertRefused(claims -> claims.put("iss", "https://elsewhere.invalid"));
    assertRefused(claims -> claims.remove("iss"));
    assertRefused(claims -> claims.put("aud", "https://elsewhere.invalid/api/v1"));
    assertRefused(claims -> claims.put("aud", claims.getString("aud") + "/"));
    assertRefused(claims -> claims.remove("aud"));
  }

  @Test
  void aTokenOfAnotherTimeOpensNothing() throws Exception {
    long now = Instant.now().getEpochSecond();
    assertRefused(claims -> claims.put("exp", now - 1));
    assertRefused(claims -> claims.remove("exp"));
    assertRefused(claims -> claims.put("exp", "never"));
    assertRefused(claims -> claims.put("nbf", now + 60));
    assertRefused(claims -> claims.remove("nbf"));
  }

  @Test
  void aTokenOfNobodysSessionOrOfSomebodyElsesOpensNothing() throws Exception {
    assertRefused(claims -> claims.put("sid", UUID.randomUUID().toString()));
    assertRefused(claims -> claims.put("sid", "' OR true --"));
    assertRefused(claims -> claims.remove("sid"));
    assertRefused(claims -> claims.put("sub", UUID.randomUUID().toString()));
    assertRefused(claims -> claims.remove("sub"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "../../etc/passwd",
        "/dev/null",
        "file:///dev/null",
        "https://elsewhere.invalid/key",
        "' OR '1'='1",
        "0000000000000000000000000000000000000000000"
      })
  void aKeyThatIsNotOursVerifiesNothing(String kid) throws Exception {
    assertEquals(401, status(signed(header().put("kid", kid), claims())));
  }

  @Test
  void aKeyThatTheTokenBringsAlongVerifiesNothing() throws Exception {
    SigningKey own = SigningKey.fresh();
    JsonObject jwk = new JsonObject(own.publicJwk());
    for (JsonObject header :
        new JsonObject[] {
          header(),
          header().put("jwk", jwk),
          header().put("kid", own.kid()).put("jwk", jwk),
          header().put("jku", "https://elsewhere.invalid/jwks.json"),
          header().put("crit", "exp")
        }) {
      assertEquals(401, status(signed(header, claims(), own)), header::encode);
    }
  }

  @Test
  void aChangedTokenOpensNothing() {
    String more = TO.encodeToString(claims().put("roles", "[\"admin\"]").toBuffer().getBytes());
    assertEquals(401, status(part(0) + "." + more + "." + part(2)));
    byte[] proof = FROM.decode(part(2));
    for (int i = 0; i < proof.length; i += 7) {
      byte[] changed = proof.clone();
      changed[i] ^= 1;
      assertEquals(401, status(part(0) + "." + part(1) + "." + TO.encodeToString(changed)));
    }
    // The zero signature that a careless verifier takes for right.
    assertEquals(401, status(part(0) + "." + part(1) + "." + TO.encodeToString(new byte[64])));
    assertEquals(401, status(part(0) + "." + part(1)));
    assertEquals(401, status(part(0) + "." + part(1) + "." + part(2) + "." + part(2)));
    assertEquals(401, status("x".repeat(7_000)));
  }

  @Test
  void aTokenGrantsNoMoreThanItsAccountHas() throws Exception {
    JsonObject claims = claims();
    claims.getJsonArray("roles").add("admin").add("author").add("author:two").add("root");
    JsonNode me = me(signed(header(), claims));
    assertEquals("[{\"role\":\"author\",\"survey\":\"one\"}]", me.path("roles").toString());
  }

  @Test
  void whatAnAccountLosesIsLostAtOnce() throws Exception {
    Person person = Person.of(node, "short", Grant.global(Role.ADMIN));
    String accounts = "/api/v1/accounts";
    assertEquals(200, node.send(person.api(accounts)).statusCode());
    node.query(
        "DELETE FROM account_grant g USING account a WHERE g.account = a.account"
            + " AND a.name = 'short'");
    assertEquals(403, node.send(person.api(accounts)).statusCode());
    node.query("UPDATE account SET disabled = true WHERE name = 'short'");
    assertEquals(401, node.send(person.api(accounts)).statusCode());
    assertEquals(303, node.send(person.studio("/studio")).statusCode());
  }

  @Test
  void anotherSchemeOrPlaceOpensNothing() {
    assertEquals(
        401,
        status(
            HttpRequest.newBuilder(node.uri("/api/v1/me"))
                .header(
                    "Authorization",
                    "Basic " + TO.encodeToString("aigul:x".getBytes(StandardCharsets.UTF_8)))));
    assertEquals(
        401, status(HttpRequest.newBuilder(node.uri("/api/v1/me?access_token=" + author.token()))));
    assertEquals(
        401,
        status(
            HttpRequest.newBuilder(node.uri("/api/v1/me"))
                .header("Cookie", "__Host-session=" + author.cookie())));
  }

  @Test
  void aRetiredKeyVerifiesWhileItsTokensLiveAndNoLonger() throws Exception {
    PgSigningKeys keys = node.app().identity().signingKeys();
    String old = author.token();
    keys.rotate().await(1, TimeUnit.MINUTES);
    SigningKey newest = keys.current().await(1, TimeUnit.MINUTES).newest();
    assertNotEquals(key.kid(), newest.kid());
    assertEquals(200, status(old));
    assertEquals(200, status(signed(header().put("kid", newest.kid()), claims(), newest)));
    assertEquals(2, jwks().size());
    node.query(
        "UPDATE signing_key SET retired = now() - interval '16 minutes'"
            + " WHERE kid = '"
            + key.kid()
            + "'");
    keys.forget();
    assertEquals(401, status(old));
    assertEquals(1, jwks().size());
    assertEquals(newest.kid(), jwks().get(0).path("kid").asText());
    node.query("UPDATE signing_key SET retired = NULL");
    keys.forget();
  }

  @Test
  void thePublishedKeysHaveNoPrivateHalfAndNeitherHasTheDatabase() {
    for (JsonNode published : jwks()) {
      assertEquals("EC", published.path("kty").asText());
      assertEquals("ES256", published.path("alg").asText());
      assertEquals(true, published.path("d").isMissingNode());
    }
    assertEquals(
        "0",
        node.value(
            "SELECT count(*) FROM signing_key"
                + " WHERE encode(private, 'escape') LIKE '%"
                + key.d()
                + "%' OR public LIKE '%\"d\"%'"));
  }

  private static JsonNode jwks() {
    return json(node.get("/.well-known/jwks.json").body()).path("keys");
  }

  private static void assertRefused(Consumer<JsonObject> change) throws Exception {
    JsonObject claims = claims();
    change.accept(claims);
    assertEquals(401, status(signed(header(), claims)), claims::encode);
  }

  private static JsonObject header() {
    return new JsonObject(new String(FROM.decode(part(0)), StandardCharsets.UTF_8));
  }

  private static JsonObject claims() {
    return new JsonObject(new String(FROM.decode(part(1)), StandardCharsets.UTF_8));
  }

  private static String part(int number) {
    return author.token().split("\\.", -1)[number];
  }

  private static String text(JsonObject json) {
    return TO.encodeToString(json.toBuffer().getBytes());
  }

  private static String signed(JsonObject header, JsonObject claims) throws Exception {
    return signed(header, claims, key);
  }

  private static String signed(JsonObject header, JsonObject claims, SigningKey with)
      throws Exception {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    PrivateKey secret =
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(
                    new BigInteger(1, FROM.decode(with.d())),
                    curve.getParameterSpec(ECParameterSpec.class)));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(secret);
    String start = text(header) + "." + text(claims);
    signature.update(start.getBytes(StandardCharsets.US_ASCII));
    return start + "." + TO.encodeToString(signature.sign());
  }

  private static byte[] spki() {
    byte[] x = FROM.decode((String) key.publicJwk().get("x"));
    byte[] y = FROM.decode((String) key.publicJwk().get("y"));
    byte[] start = Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE");
    byte[] all = Arrays.copyOf(start, start.length + 64);
    System.arraycopy(x, 0, all, start.length, 32);
    System.arraycopy(y, 0, all, start.length + 32, 32);
    return all;
  }

  private static JsonNode me(String token) {
    return json(node.get("/api/v1/me", "Authorization", "Bearer " + token).body());
  }

  private static JsonNode json(String body) {
    return Json.readUntrusted(body.getBytes(StandardCharsets.UTF_8));
  }

  private static int status(String token) {
    return node.get("/api/v1/me", "Authorization", "Bearer " + token).statusCode();
  }

  private static int status(HttpRequest.Builder request) {
    return node.send(request).statusCode();
  }
}
