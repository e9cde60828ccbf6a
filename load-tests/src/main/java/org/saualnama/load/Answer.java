package org.saualnama.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What came back for one request.
 *
 * @param body as it was sent
 */
record Answer(int status, boolean gzipped, Buffer body) {
  /** Of RFC 1952, where it names nothing. */
  private static final int GZIP_HEAD = 10;

  private static final int GZIP_FLAGS = 3;

  // One for each thread, and it is not asked for sums: whatever the generator computes, it takes
  // from the processors that the server has.
  private static final ThreadLocal<Inflater> INFLATERS =
      ThreadLocal.withInitial(() -> new Inflater(true));

  /** The body as text; a letter for each byte, for only what is ASCII in it is looked at. */
  String text() {
    byte[] bytes = body.getBytes();
    return new String(gzipped ? plain(bytes) : bytes, ISO_8859_1);
  }

  private static byte[] plain(byte[] gzip) {
    if (gzip[GZIP_FLAGS] != 0) {
      throw new IllegalStateException("a gzip header that names something");
    }
    Inflater inflater = INFLATERS.get();
    inflater.reset();
    inflater.setInput(gzip, GZIP_HEAD, gzip.length - GZIP_HEAD);
    byte[] plain = new byte[16_384];
    int length = 0;
    try {
      while (!inflater.finished()) {
        if (length == plain.length) {
          plain = Arrays.copyOf(plain, 2 * length);
        }
        int more = inflater.inflate(plain, length, plain.length - length);
        if (more == 0 && inflater.needsInput()) {
          throw new IllegalStateException("a page that ends too early");
        }
        length += more;
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("a page that is not gzip", e);
    }
    return Arrays.copyOf(plain, length);
  }
}
