package org.saualnama.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.saualnama.secret.Secret;

/**
 * The random numbers of one survey's figures, a function of a secret and of who answered: the same
 * people give the same noise in any release, on any node and after any restart, so that asking
 * again averages nothing out. Who chose what does not enter. Not safe for threads.
 */
final class Noise {
  private static final double RANGE = 4294967296.0;

  /**
   * What one option in one domain gets.
   *
   * @param u16 picks the noise from the table
   * @param dither from -0.5 to 0.5
   */
  record Draw(int u16, double dither) {}

  private final String survey;
  private final Mac mac;

  Noise(byte[] key, String survey) {
    this.survey = survey;
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  static Noise of(Secret secret, String survey) {
    return new Noise(secret.key("noise", survey), survey);
  }

  /**
   * The draw for an option of an item.
   *
   * @param domainKey sum of the record keys of those in the domain who answered the item
   */
  Draw draw(String item, String option, long domainKey) {
    String text =
        String.join("|", "nz", survey, item, option, HexFormat.of().toHexDigits(domainKey));
    ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    int u16 = Short.toUnsignedInt(hash.getShort());
    return new Draw(u16, (Integer.toUnsignedLong(hash.getInt()) + 0.5) / RANGE - 0.5);
  }
}
