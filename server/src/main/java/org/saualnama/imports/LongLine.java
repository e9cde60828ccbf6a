package org.saualnama.imports;

import java.util.Arrays;
import org.saualnama.refusal.Refusal;

/** Bytes of a line, or of one cell of it, that may grow no longer than a submission. */
final class LongLine {
  /** As much as one submission by the API. */
  static final int LONGEST = 64 * 1024;

  private byte[] bytes = new byte[256];
  private int length;

  void add(byte b, long line) {
    if (length == bytes.length) {
      if (length >= LONGEST) {
        throw tooLong(line);
      }
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = b;
  }

  static Refusal tooLong(long line) {
    return Refusal.malformed(
        "line " + line, "too_long", "Line %d is longer than 64 KiB.".formatted(line));
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What was gathered; begins anew. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  void clear() {
    length = 0;
  }
}
