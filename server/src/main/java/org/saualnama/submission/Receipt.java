package org.saualnama.submission;

import java.util.Arrays;
import java.util.UUID;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/**
 * What proves taking part: a keyed hash of the client's id. It is all that is kept of the id, and
 * nothing of the answer goes into it.
 */
public record Receipt(String code) {
  private static final int BYTES = 10;
  // Crockford's base 32: no letter that a digit could be taken for.
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  /** Makes receipts under one installation's secret. */
  public static final class Maker {
    private final Hmac hmac;

    public Maker(Secret secret) {
      hmac = new Hmac(secret.key("receipt"));
    }

    /** The same receipt for the same id, on every node and for good. */
    public Receipt of(String survey, UUID id) {
      return of(Arrays.copyOf(hmac.of(survey + "\n" + id), BYTES));
    }

    private static Receipt of(byte[] hash) {
      StringBuilder code = new StringBuilder();
      int buffer = 0;
      int bits = 0;
      for (byte b : hash) {
        buffer = (buffer << 8 | (b & 0xFF)) & 0xFFF;
        bits += 8;
        while (bits >= 5) {
          bits -= 5;
          // Four, a hyphen, four, ...
          code.append(code.length() % 5 == 4 ? "-" : "").append(DIGITS[(buffer >> bits) & 31]);
        }
      }
      return new Receipt(code.toString());
    }
  }
}
