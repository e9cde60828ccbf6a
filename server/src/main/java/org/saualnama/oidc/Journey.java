package org.saualnama.oidc;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.saualnama.secret.Digest;

/**
 * A browser on its way to the provider and back; it carries this itself, sealed, so that any node
 * can receive it.
 *
 * @param state proves that the browser that comes back is the one that left
 * @param nonce proves that the ID token was made for this journey
 * @param verifier proves to the provider that whoever redeems the code asked for it (PKCE)
 * @param next where to go afterwards
 * @param until in seconds since 1970
 */
record Journey(String state, String nonce, String verifier, String next, long until) {
  static final long SECONDS = 600;

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Journey begin(String next, Instant now) {
    return new Journey(fresh(), fresh(), fresh(), next, now.getEpochSecond() + SECONDS);
  }

  /** What the provider is told of the verifier beforehand. */
  String challenge() {
    return encoded(Digest.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
