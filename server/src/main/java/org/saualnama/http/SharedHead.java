package org.saualnama.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * What pages of one look begin with, compressed once and as well as gzip can: it is more than half
 * of a form's page, and compressing took longer than all else about that page.
 */
final class SharedHead {
  // RFC 1952: deflated, without a name, a time, or a system that would say where it was made.
  private static final byte[] GZIP = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
  private static final int GZIP_END = 8;
  private static final int LEVEL = 3;
  // One for each thread: making one costs as much as compressing a kilobyte.
  private static final ThreadLocal<Deflater> DEFLATERS =
      ThreadLocal.withInitial(() -> new Deflater(LEVEL, true));

  private final byte[] plain;
  private final byte[] packed;

  private SharedHead(byte[] plain) {
    this.plain = plain;
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      best.setInput(plain);
      byte[] room = new byte[plain.length + 100];
      // A flush ends it on a whole byte, so that what follows may be another's work.
      packed = Arrays.copyOf(room, best.deflate(room, 0, room.length, Deflater.SYNC_FLUSH));
    } finally {
      best.end();
    }
  }

  /** The beginning of {@code page}, which is so many bytes long. */
  static SharedHead of(byte[] page, int length) {
    return new SharedHead(Arrays.copyOf(page, length));
  }

  boolean isEmpty() {
    return plain.length == 0;
  }

  /** Whether {@code page} begins with it. */
  boolean begins(byte[] page) {
    return page.length >= plain.length
        && Arrays.equals(page, 0, plain.length, plain, 0, plain.length);
  }

  /** A page that begins with it, as one gzip member (RFC 1952). */
  byte[] gzip(byte[] page) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(packed.length + page.length - plain.length);
    out.writeBytes(GZIP);
    out.writeBytes(packed);
    deflateRest(page, out);
    CRC32 sum = new CRC32();
    sum.update(page);
    out.writeBytes(
        ByteBuffer.allocate(GZIP_END)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) sum.getValue())
            .putInt(page.length)
            .array());
    return out.toByteArray();
  }

  private void deflateRest(byte[] page, ByteArrayOutputStream out) {
    Deflater deflater = DEFLATERS.get();
    deflater.reset();
    deflater.setInput(page, plain.length, page.length - plain.length);
    deflater.finish();
    byte[] room = new byte[4096];
    while (!deflater.finished()) {
      out.write(room, 0, deflater.deflate(room));
    }
  }
}
