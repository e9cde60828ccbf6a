package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Bytes that are sent many times, so that they are compressed once and as well as gzip can. */
public final class Precompressed {
  private final byte[] plain;
  private final byte[] gzip;

  private Precompressed(byte[] plain) {
    this.plain = plain;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new Best(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.gzip = packed.toByteArray();
  }

  /** Of bytes that nobody changes any more. */
  public static Precompressed of(byte[] plain) {
    return new Precompressed(plain);
  }

  byte[] plain() {
    return plain;
  }

  /** How many bytes it takes in memory. */
  int size() {
    return plain.length + gzip.length;
  }

  /** Sends them compressed to whoever takes it. */
  public Future<Void> send(RoutingContext context, int status, String type) {
    String accepted = context.request().getHeader("Accept-Encoding");
    boolean packed =
        accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\b).*");
    context.response().headers().add("Vary", "Accept-Encoding");
    if (packed) {
      context.response().putHeader("Content-Encoding", "gzip");
    }
    return context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .end(Buffer.buffer(packed ? gzip : plain));
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
