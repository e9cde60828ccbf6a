package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.saualnama.access.Access;
import org.saualnama.secret.Digest;

/**
 * A file that browsers keep for good, because its address changes with its content.
 *
 * @param type as in Content-Type
 */
public record Asset(String path, String type, Precompressed content) {
  /** The type of a script. */
  public static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final int HASH_DIGITS = 16;

  /** {@code folder/name-hash.ending}. */
  public static Asset of(String folder, String name, String ending, String type, byte[] bytes) {
    String hash = HexFormat.of().formatHex(Digest.sha256(bytes)).substring(0, HASH_DIGITS);
    String path = folder + "/" + name + "-" + hash + "." + ending;
    return new Asset(path, type, Precompressed.of(bytes));
  }

  /** What lies under {@code name} beside a class. */
  public static byte[] resource(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void mount(Doors doors) {
    doors.get(path, Access.ANYBODY).handler(this::send);
  }

  private void send(RoutingContext context) {
    context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
    content.send(context, 200, type).onFailure(context::fail);
  }
}
