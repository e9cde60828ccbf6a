package org.saualnama.studio;

import java.util.HexFormat;
import org.saualnama.secret.Digest;

/**
 * A file that browsers keep for good, because its address changes with its content.
 *
 * @param type as in Content-Type
 */
@SuppressWarnings("ArrayRecordComponent")
record Asset(String path, String type, byte[] bytes) {
  private static final int HASH_DIGITS = 16;

  /** {@code /studio/assets/name-hash.ending}. */
  static Asset of(String name, String ending, String type, byte[] bytes) {
    String hash = HexFormat.of().formatHex(Digest.sha256(bytes)).substring(0, HASH_DIGITS);
    return new Asset("/studio/assets/" + name + "-" + hash + "." + ending, type, bytes);
  }
}
