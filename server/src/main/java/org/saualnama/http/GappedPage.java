package org.saualnama.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A page that is the same for everybody but in one place. What is before and after that is
 * compressed when it is first wanted so, once and as well as gzip can. Safe for threads.
 */
final class GappedPage {
  /** What a template writes in that place; nobody's text can be the same by intent. */
  static final String GAP = "gap-" + UUID.randomUUID();

  // RFC 1952: deflated, without a name, a time, or a system that would say where it was made.
  private static final byte[] GZIP = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
  private static final int GZIP_END = 8;
  // RFC 1951, 3.2.4: a block that is stored as it is, and not the last.
  private static final int STORED = 0;
  private static final int STORED_HEAD = 5;
  private static final int STORED_MOST = 0xffff;

  private final byte[] before;
  private final byte[] after;
  // Written once each, by whoever comes first; two who come at once write the same.
  private volatile byte[] packedBefore;
  private volatile byte[] packedAfter;

  private GappedPage(byte[] before, byte[] after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Of a page with one gap.
   *
   * @throws IllegalArgumentException if it has none
   */
  static GappedPage of(byte[] page) {
    // Bytes as letters of Latin-1, one for one: the gap is in ASCII.
    int gap = new String(page, ISO_8859_1).indexOf(GAP);
    if (gap < 0) {
      throw new IllegalArgumentException("a page without a gap");
    }
    return new GappedPage(
        Arrays.copyOf(page, gap), Arrays.copyOfRange(page, gap + GAP.length(), page.length));
  }

  private static byte[] deflated(byte[] plain, int flush) {
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      best.setInput(plain);
      if (flush == Deflater.NO_FLUSH) {
        best.finish();
      }
      byte[] room = new byte[plain.length + 100];
      return Arrays.copyOf(room, best.deflate(room, 0, room.length, flush));
    } finally {
      best.end();
    }
  }

  /** How many bytes it is long, but for what fills the gap. */
  int size() {
    return before.length + after.length;
  }

  private void pack() {
    if (packedAfter == null) {
      // A flush ends it on a whole byte, so that what follows may be another block.
      packedBefore = deflated(before, Deflater.SYNC_FLUSH);
      packedAfter = deflated(after, Deflater.NO_FLUSH);
    }
  }

  /** The page with {@code fill}, which is ASCII and needs no escapes, in its gap. */
  byte[] plain(String fill) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(before.length + fill.length() + after.length);
    out.writeBytes(before);
    out.writeBytes(fill.getBytes(US_ASCII));
    out.writeBytes(after);
    return out.toByteArray();
  }

  /**
   * The same as one gzip member (RFC 1952). What fills the gap is sealed, which hardly can be
   * compressed, and so is stored as it is.
   */
  byte[] gzip(String fill) {
    pack();
    byte[] filling = fill.getBytes(US_ASCII);
    int blocks = filling.length / STORED_MOST + 1;
    ByteBuffer out =
        ByteBuffer.allocate(
                GZIP.length
                    + packedBefore.length
                    + blocks * STORED_HEAD
                    + filling.length
                    + packedAfter.length
                    + GZIP_END)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(GZIP)
            .put(packedBefore);
    for (int start = 0; blocks > 0; blocks--, start += STORED_MOST) {
      int length = Math.min(STORED_MOST, filling.length - start);
      out.put((byte) STORED).putShort((short) length).putShort((short) ~length);
      out.put(filling, start, length);
    }
    CRC32 sum = new CRC32();
    sum.update(before);
    sum.update(filling);
    sum.update(after);
    return out.put(packedAfter)
        .putInt((int) sum.getValue())
        .putInt(before.length + filling.length + after.length)
        .array();
  }
}
