package org.saualnama.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saualnama.refusal.Refusal;

/** The provider's keys change, and the provider is away at times. */
final class RemoteKeysTest {
  private static final Signer FIRST = Signer.of("first", "RS256");
  private static final Signer SECOND = Signer.of("second", "ES256");

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private int asked;
  private boolean away;
  private List<Signer> published = List.of(FIRST);
  private final RemoteKeys keys = new RemoteKeys(this::read, () -> now);

  private Future<VerifyingKeys> read() {
    asked++;
    return away
        ? Future.failedFuture(new IllegalStateException("away"))
        : Future.succeededFuture(
            new VerifyingKeys(
                new ObjectMapper()
                    .valueToTree(Map.of("keys", published.stream().map(Signer::jwk).toList()))));
  }

  private boolean finds(Signer signer) {
    return keys.find(signer.kid(), signer.alg()).result().isPresent();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void theyAreReadOnceAndKept() {
    for (int i = 0; i < 3; i++) {
      assertTrue(finds(FIRST));
    }
    assertEquals(1, asked);
  }

  @Test
  void anUnknownKeyHasThemReadAnewButNotAsOftenAsAStrangerLikes() {
    assertTrue(finds(FIRST));
    published = List.of(FIRST, SECOND);
    assertFalse(finds(SECOND), "read a moment ago");
    pass(Duration.ofMinutes(2));
    assertTrue(finds(SECOND));
    assertEquals(2, asked);
    Stream.iterate(0, i -> i + 1)
        .limit(100)
        .forEach(i -> keys.find("forged" + i, "RS256").result());
    assertEquals(2, asked);
  }

  @Test
  void whileTheProviderIsAwayTheOldOnesStay() {
    assertTrue(finds(FIRST));
    away = true;
    pass(Duration.ofHours(5));
    assertTrue(finds(FIRST));
    assertFalse(finds(SECOND));
  }

  @Test
  void aKeyThatIsTakenBackIsGoneWithinAnHour() {
    published = List.of(FIRST, SECOND);
    assertTrue(finds(FIRST));
    published = List.of(SECOND);
    pass(Duration.ofMinutes(61));
    assertFalse(finds(FIRST));
  }

  @Test
  void withoutAnyItSaysSoAndTriesAgainSoon() {
    away = true;
    assertInstanceOf(Refusal.class, keys.find("first", "RS256").cause());
    assertInstanceOf(Refusal.class, keys.find("first", "RS256").cause());
    assertEquals(1, asked);
    away = false;
    pass(Duration.ofSeconds(6));
    assertTrue(finds(FIRST));
  }

  @Test
  void onlyKeysForSignaturesOfTheRightKindAreOnes() {
    VerifyingKeys read =
        new VerifyingKeys(
            new ObjectMapper()
                .valueToTree(
                    Map.of(
                        "keys",
                        List.of(
                            FIRST.jwk(),
                            Map.of("kid", "short", "kty", "RSA", "n", "AQAB", "e", "AQAB"),
                            Map.of("kid", "shared", "kty", "oct", "k", "AQAB"),
                            Map.of("kid", "enc", "kty", "RSA", "use", "enc")))));
    assertTrue(read.find("first", "RS256").isPresent());
    assertTrue(read.find("first", "PS256").isEmpty());
    assertTrue(read.find("first", "ES256").isEmpty());
    assertTrue(read.find("short", "RS256").isEmpty());
    assertTrue(read.find("shared", "RS256").isEmpty());
    assertFalse(read.knows("enc"));
  }
}
