package org.saualnama.microdata;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as the binary formats want them, which can be taken out while more are written. */
final class LittleEndian {
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private long taken;

  LittleEndian i8(int value) {
    buffer.write(value);
    return this;
  }

  LittleEndian i16(int value) {
    return i8(value).i8(value >> 8);
  }

  LittleEndian i32(int value) {
    return i16(value).i16(value >> 16);
  }

  LittleEndian i64(long value) {
    return i32((int) value).i32((int) (value >> 32));
  }

  LittleEndian f64(double value) {
    return i64(Double.doubleToRawLongBits(value));
  }

  LittleEndian bytes(byte[] bytes) {
    buffer.writeBytes(bytes);
    return this;
  }

  LittleEndian text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Exactly {@code size} bytes, the rest filled with {@code filler}. */
  LittleEndian field(String text, int size, char filler) {
    byte[] bytes = cut(text, size).getBytes(StandardCharsets.UTF_8);
    byte[] field = Arrays.copyOf(bytes, size);
    Arrays.fill(field, bytes.length, size, (byte) filler);
    return bytes(field);
  }

  /** For writers of the JDK's. */
  OutputStream stream() {
    return buffer;
  }

  /** How many bytes there have been so far. */
  long position() {
    return taken + buffer.size();
  }

  /** What has been written since the last time. */
  byte[] take() {
    byte[] bytes = buffer.toByteArray();
    taken += bytes.length;
    buffer.reset();
    return bytes;
  }

  /** The first of {@code texts} that fits into {@code size} bytes of UTF-8, or else it, cut. */
  static String fitting(int size, String... texts) {
    for (String text : texts) {
      if (length(text) <= size) {
        return text;
      }
    }
    return cut(texts[0], size - length("…")) + "…";
  }

  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As many whole characters as fit. */
  static String cut(String text, int size) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      used += length(text.substring(end, next));
      if (used > size) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }
}
