package org.saualnama.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.TestDefs;

/** Signing in with an outside provider: the way there, the way back, and those who cut across. */
final class OidcBrowserTest {
  private static final String ROLES = "groups=kz->author:may9-kz, groups=boss->admin";
  private static final String STUDIO = "/studio/accounts";

  @TempDir private static Path folder;
  private static StandIn provider;
  private static Node node;

  @BeforeAll
  static void start() throws Exception {
    provider = new StandIn();
    node = Node.start(folder, TestDefs.shipped(), provider.settings(ROLES));
  }

  @AfterAll
  static void stop() {
    node.close();
    provider.close();
  }

  @AfterEach
  void honestAgain() {
    provider.idToken = provider.signer::token;
  }

  private static Map<String, ?> person(String subject, String... groups) {
    return Map.of("sub", subject, "preferred_username", subject, "groups", List.of(groups));
  }

  private static HttpResponse<String> signIn(Browser browser, Map<String, ?> person) {
    return browser.back(provider.signIn(browser.leave("/studio"), person));
  }

  @Test
  void whoComesBackIsSignedInWithWhatTheClaimsGrant() {
    Browser browser = new Browser(node);
    HttpResponse<String> back =
        browser.back(provider.signIn(browser.leave(STUDIO), person("aigul", "boss")));
    assertEquals(200, back.statusCode(), back::body);
    assertEquals("0;url=" + STUDIO, back.headers().firstValue("Refresh").orElseThrow());
    assertEquals(Set.of("__Host-session"), browser.cookies.keySet());
    assertEquals(200, browser.get(STUDIO).statusCode());
    String session =
        back.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("__Host-session="))
            .findFirst()
            .orElseThrow();
    assertTrue(session.matches("(?i).*; Secure; HttpOnly; SameSite=Strict.*"), session);
    assertEquals(
        List.of(List.of("aigul", "t", "admin")),
        node.query(
            "SELECT name, password IS NULL, role FROM account JOIN account_grant USING (account)"
                + " WHERE name = 'aigul'"));
  }

  @Test
  void theWayThereCarriesStateNonceAndAChallengeOfItsOwn() {
    Browser browser = new Browser(node);
    String first = browser.leave("/studio");
    Map<String, String> one = StandIn.fields(URI.create(first).getRawQuery());
    Map<String, String> two = StandIn.fields(URI.create(browser.leave("/studio")).getRawQuery());
    for (String fresh : List.of("state", "nonce", "code_challenge")) {
      assertEquals(43, one.get(fresh).length(), fresh);
      assertFalse(one.get(fresh).equals(two.get(fresh)), fresh);
    }
    assertEquals("S256", one.get("code_challenge_method"));
    assertFalse(first.contains(StandIn.SECRET));
  }

  @Test
  void theNextPageIsOneOfTheStudios() {
    for (String elsewhere : List.of("https://evil.example/", "//evil.example", "/leave")) {
      Browser browser = new Browser(node);
      HttpResponse<String> back =
          browser.back(provider.signIn(browser.leave(elsewhere), person("next", "kz")));
      assertEquals("0;url=/studio", back.headers().firstValue("Refresh").orElseThrow());
    }
  }

  @Test
  void aReplayedWayBackLeadsNowhere() {
    Browser browser = new Browser(node);
    Map<String, String> brought = provider.signIn(browser.leave("/studio"), person("re", "kz"));
    Map<String, String> stolen = new HashMap<>(browser.cookies);
    assertEquals(200, browser.back(brought).statusCode());
    assertEquals(400, browser.back(brought).statusCode(), "the cookie is used up");
    Browser thief = new Browser(node);
    thief.cookies.putAll(stolen);
    assertLost(thief, thief.back(brought));
  }

  @Test
  void aStateOfAnotherBrowserLeadsNowhere() {
    Browser victim = new Browser(node);
    Browser attacker = new Browser(node);
    victim.leave("/studio");
    Map<String, String> brought =
        provider.signIn(attacker.leave("/studio"), person("attacker", "kz"));
    assertLost(victim, victim.back(brought));
    Browser fresh = new Browser(node);
    assertLost(fresh, fresh.back(brought));
  }

  @Test
  void aCodeThatIsSlippedInMissesItsVerifier() {
    Browser victim = new Browser(node);
    Browser attacker = new Browser(node);
    Map<String, String> mixed =
        new HashMap<>(provider.signIn(victim.leave("/studio"), person("victim", "kz")));
    mixed.put(
        "code", provider.signIn(attacker.leave("/studio"), person("attacker", "kz")).get("code"));
    assertLost(victim, victim.back(mixed));
  }

  @Test
  void anAnswerThatNamesAnotherIssuerLeadsNowhere() {
    Browser browser = new Browser(node);
    Map<String, String> brought =
        new HashMap<>(provider.signIn(browser.leave("/studio"), person("mix", "kz")));
    brought.put("iss", "https://evil.example");
    assertLost(browser, browser.back(brought));
  }

  @TestFactory
  Stream<DynamicTest> anIdTokenThatProvesNothingSignsNobodyIn() {
    long now = Instant.now().getEpochSecond();
    Map<String, Function<Map<String, Object>, String>> attacks = new LinkedHashMap<>();
    attacks.put("no nonce", with(claims -> claims.remove("nonce")));
    attacks.put("another nonce", with(claims -> claims.put("nonce", "x")));
    attacks.put("another issuer", with(claims -> claims.put("iss", "https://evil.example")));
    attacks.put("another client", with(claims -> claims.put("aud", "other")));
    attacks.put(
        "for several, none of them in charge",
        with(claims -> claims.put("aud", List.of(StandIn.CLIENT, "other"))));
    attacks.put("another in charge", with(claims -> claims.put("azp", "other")));
    attacks.put("expired", with(claims -> claims.put("exp", now - 60)));
    attacks.put("an unknown key", claims -> Signer.of("unknown", "RS256").token(claims));
    attacks.put("a key of somebody else", claims -> Signer.of("first", "RS256").token(claims));
    attacks.put(
        "none",
        claims -> Signer.part("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + ".e30.");
    attacks.put("nothing", claims -> "");
    return attacks.entrySet().stream()
        .map(
            attack ->
                dynamicTest(
                    attack.getKey(),
                    () -> {
                      provider.idToken = attack.getValue();
                      Browser browser = new Browser(node);
                      assertLost(browser, signIn(browser, person("attacker", "kz")));
                      provider.idToken = provider.signer::token;
                    }));
  }

  private static Function<Map<String, Object>, String> with(Consumer<Map<String, Object>> change) {
    return claims -> {
      change.accept(claims);
      return provider.signer.token(claims);
    };
  }

  private static void assertLost(Browser browser, HttpResponse<String> back) {
    assertEquals(400, back.statusCode(), back::body);
    assertFalse(browser.cookies.containsKey("__Host-session"));
    assertFalse(back.body().contains("oidc."), "every word of the page is there");
  }

  @Test
  void grantsFollowTheProviderAtEachSignIn() {
    Browser browser = new Browser(node);
    assertEquals(200, signIn(browser, person("mover", "boss")).statusCode());
    assertEquals(200, browser.get(STUDIO).statusCode());
    assertEquals(200, signIn(new Browser(node), person("mover", "kz")).statusCode());
    assertEquals(403, browser.get(STUDIO).statusCode(), "the first session has lost it too");
    assertEquals(403, signIn(new Browser(node), person("mover")).statusCode());
    assertEquals(
        "0",
        node.value(
            "SELECT count(*) FROM account JOIN account_grant USING (account)"
                + " WHERE name = 'mover'"));
  }

  @Test
  void whomNothingIsGrantedGetsNoAccount() {
    HttpResponse<String> back = signIn(new Browser(node), person("nobody", "others"));
    assertEquals(403, back.statusCode());
    assertEquals("0", node.value("SELECT count(*) FROM account WHERE name = 'nobody'"));
  }

  @Test
  void aNameThatIsTakenHereStaysItsOwners() {
    Person.of(node, "Owner");
    assertEquals(200, signIn(new Browser(node), person("owner", "boss")).statusCode());
    List<List<String>> names =
        node.query(
            "SELECT name, (SELECT count(*) FROM account_grant g WHERE g.account = a.account)"
                + " FROM account a WHERE name_key LIKE 'owner%' ORDER BY name_key");
    assertEquals(List.of("Owner", "0"), names.get(0));
    assertTrue(names.get(1).get(0).matches("owner-[0-9a-f]{10}"), names::toString);
  }

  @Test
  void whileTheProviderIsAwayThePageSaysSoAndPasswordsStillWork() {
    OidcSettings nowhere =
        new OidcSettings(
            URI.create("http://localhost:1"),
            "x",
            Optional.empty(),
            Optional.empty(),
            new RoleMapping(ROLES));
    Path own = folder.resolve(UUID.randomUUID().toString());
    try (Node alone = Node.start(own, TestDefs.shipped(), nowhere)) {
      HttpResponse<String> page = new Browser(alone).get("/studio/oidc/start");
      assertEquals(503, page.statusCode());
      assertFalse(page.body().contains("localhost:1"), "nothing internal is told");
      assertTrue(alone.get("/studio/sign-in").body().contains("/studio/oidc/start"));
      assertEquals(200, alone.send(Person.of(alone, "local").studio("/studio")).statusCode());
    }
  }
}
