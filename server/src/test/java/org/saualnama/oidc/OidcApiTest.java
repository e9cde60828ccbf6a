package org.saualnama.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.json.Json;

/** Access tokens of an outside provider at the API: the good ones, and many that are none. */
final class OidcApiTest {
  private static final String BOX = "/api/v1/surveys/may9-kz/test-submissions";

  @TempDir private static Path folder;
  private static StandIn provider;
  private static Node node;

  private final Signer signer = provider.signer;

  @BeforeAll
  static void start() throws Exception {
    provider = new StandIn();
    Signer pss = Signer.of("pss", "PS256");
    Signer curve = Signer.of("curve", "ES256");
    provider.published = List.of(provider.signer, pss, curve);
    node = Node.start(folder, TestDefs.shipped(), provider.settings("groups=kz->author:may9-kz"));
  }

  @AfterAll
  static void stop() {
    node.close();
    provider.close();
  }

  private static HttpResponse<String> send(String token, String path) {
    return node.send(
        HttpRequest.newBuilder(node.uri(path)).header("Authorization", "Bearer " + token));
  }

  @Test
  void aTokenOpensWhatItsClaimsGrantAndNothingElse() {
    for (Signer each : provider.published) {
      String token = each.token(provider.access("sub-1", "kz", "others"));
      assertEquals(200, send(token, BOX).statusCode(), each.alg());
      assertEquals(403, send(token, BOX.replace("may9-kz", "event-feedback")).statusCode());
      assertEquals(403, send(token, "/api/v1/audit").statusCode());
      assertEquals(303, send(token, "/studio").statusCode(), "the studio takes no tokens");
    }
    assertEquals(403, send(signer.token(provider.access("sub-2", "others")), BOX).statusCode());
  }

  @Test
  void itsSubjectHasOneAccountWithoutAPassword() {
    String token = signer.token(provider.access("sub-3", "kz"));
    send(token, BOX);
    send(token, BOX);
    assertEquals(
        List.of(List.of("sub-3", "t")),
        node.query(
            "SELECT subject, password IS NULL FROM outside_account JOIN account USING (account)"
                + " WHERE subject = 'sub-3'"));
  }

  @Test
  void anAccountThatIsDisabledHereStaysOut() {
    String token = signer.token(provider.access("sub-4", "kz"));
    assertEquals(200, send(token, BOX).statusCode());
    node.query(
        "UPDATE account SET disabled = true WHERE account ="
            + " (SELECT account FROM outside_account WHERE subject = 'sub-4')");
    assertEquals(403, send(token, BOX).statusCode());
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoTokenOfTheProviderForUsOpensNothing() {
    Map<String, String> attacks = new LinkedHashMap<>();
    long now = Instant.now().getEpochSecond();
    attacks.put("another issuer", with(claims -> claims.put("iss", "https://evil.example")));
    attacks.put("an issuer but for a slash", with(c -> c.put("iss", provider.issuer() + "/")));
    attacks.put("another audience", with(c -> c.put("aud", "https://other.example")));
    attacks.put("the client as audience", with(c -> c.put("aud", StandIn.CLIENT)));
    attacks.put("no audience", with(c -> c.remove("aud")));
    attacks.put("an ID token", with(c -> c.put("nonce", "n")));
    attacks.put("expired", with(c -> c.put("exp", now - 60)));
    attacks.put("without an end", with(c -> c.remove("exp")));
    attacks.put("an end that is a text", with(c -> c.put("exp", "9999999999")));
    attacks.put("not yet valid", with(c -> c.put("nbf", now + 120)));
    attacks.put("issued in the future", with(c -> c.put("iat", now + 120)));
    attacks.put("without a subject", with(c -> c.remove("sub")));
    attacks.put("a key of somebody else", Signer.of("first", "RS256").token(claims()));
    attacks.put("an unknown key", Signer.of("unknown", "RS256").token(claims()));
    attacks.put("a key with a path", header("kid", "../../first"));
    attacks.put("a key of another kind", header("kid", "curve"));
    attacks.put("a critical header", header("crit", List.of("exp")));
    attacks.put("another type", header("typ", "logout+jwt"));
    attacks.put("an algorithm that the key is not for", header("alg", "PS256"));
    attacks.put("none", unsigned("none", ""));
    attacks.put("none, with a signature", unsigned("none", "AAAA"));
    attacks.put("the public key as a secret", hmac());
    attacks.put("tampered", tampered());
    attacks.put("no token", "a.b.c");
    return attacks.entrySet().stream()
        .map(
            attack ->
                dynamicTest(
                    attack.getKey(),
                    () -> assertEquals(401, send(attack.getValue(), BOX).statusCode())));
  }

  private static Map<String, Object> claims() {
    return provider.access("attacker", "kz");
  }

  private String with(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = claims();
    change.accept(claims);
    return signer.token(claims);
  }

  private String header(String name, Object value) {
    Map<String, Object> header = signer.header();
    header.put(name, value);
    return signer.token(header, claims());
  }

  private static String unsigned(String alg, String signature) {
    return Signer.part(Json.write(Map.of("alg", alg, "kid", "first")))
        + "."
        + Signer.part(Json.write(claims()))
        + "."
        + signature;
  }

  private String hmac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signer.pair().getPublic().getEncoded(), "HmacSHA256"));
      String token = unsigned("HS256", "");
      String signed = token.substring(0, token.length() - 1);
      return token + Signer.part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String tampered() {
    String good = signer.token(provider.access("sub-5", "others"));
    String payload = Signer.part(Json.write(claims()));
    int first = good.indexOf('.');
    return good.substring(0, first + 1) + payload + good.substring(good.lastIndexOf('.'));
  }

  @Test
  void aRefusalTellsNothingOfWhyAndNoTokenIsInTheLogOfActs() {
    HttpResponse<String> wrong = send(with(c -> c.put("aud", "x")), BOX);
    assertFalse(wrong.body().contains("aud"), wrong.body());
    assertTrue(wrong.body().contains("The token is wrong or its time is over."), wrong.body());
    assertFalse(node.query("SELECT line FROM audit_entry").toString().contains("eyJ"));
  }
}
