package org.saualnama.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/** Random texts that open something, of which the database only ever sees a keyed hash. */
final class Tickets {
  private static final int BYTES = 32;
  private static final int LONGEST = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Hmac hashes;

  /**
   * Tickets of one kind: none opens what another kind is for.
   *
   * @param kind what they open
   */
  Tickets(Secret secret, String kind) {
    this.hashes = new Hmac(secret.key("ticket", kind));
  }

  /** 256 random bits, in 43 characters that need no quoting anywhere. */
  static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of it, and looked up; whatever is longer than a ticket is none. */
  byte[] hash(String ticket) {
    return hashes.of(ticket.length() > LONGEST ? "" : ticket);
  }
}
