package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Bytes that are sent many times, so that they are compressed once and as well as gzip can. */
public final class Precompressed {
  private static final Pattern GZIP =
      Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\b)", Pattern.CASE_INSENSITIVE);

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
    return Replies.bytes(context, status, type, isWantedBy(context) ? gzip : plain);
  }

  /** Whether a client takes gzip; the answer's headers then say what it is. */
  static boolean isWantedBy(RoutingContext context) {
    String accepted = context.request().getHeader("Accept-Encoding");
    context.response().headers().add("Vary", "Accept-Encoding");
    boolean wanted = accepted != null && GZIP.matcher(accepted).find();
    if (wanted) {
      context.response().putHeader("Content-Encoding", "gzip");
    }
    return wanted;
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
