package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** The rules for what a token of a right signature says. */
final class Claims {
  /** Clocks of two machines differ. */
  private static final long LEEWAY_SECONDS = 30;

  private static final int LONGEST_SUBJECT = 255;

  private Claims() {}

  /** Whether it is of this issuer, for this audience, about somebody, and of this time. */
  static boolean hold(JsonNode claims, String issuer, String audience, Instant now) {
    String subject = claims.path("sub").asText();
    return issuer.equals(claims.path("iss").textValue())
        && isFor(claims.path("aud"), audience)
        && !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT
        && claims.path("exp").isNumber()
        && claims.path("exp").asLong() > now.getEpochSecond() - LEEWAY_SECONDS
        && isPast(claims.path("nbf"), now)
        && isPast(claims.path("iat"), now);
  }

  /** An ID token that answers the very request of {@code nonce}, made for this client. */
  static boolean answer(JsonNode claims, String clientId, String nonce) {
    JsonNode party = claims.path("azp");
    boolean ours =
        party.isMissingNode()
            ? !claims.path("aud").isArray() || claims.path("aud").size() == 1
            : clientId.equals(party.textValue());
    return ours && same(nonce, claims.path("nonce").asText());
  }

  static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFor(JsonNode aud, String audience) {
    return aud.isArray()
        ? aud.valueStream().anyMatch(one -> audience.equals(one.textValue()))
        : audience.equals(aud.textValue());
  }

  private static boolean isPast(JsonNode time, Instant now) {
    return time.isMissingNode()
        || (time.isNumber() && time.asLong() <= now.getEpochSecond() + LEEWAY_SECONDS);
  }
}
