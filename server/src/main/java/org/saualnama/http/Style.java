package org.saualnama.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.saualnama.secret.Digest;

/**
 * A style sheet that travels inside its page, so that a page is one round trip, with the hash that
 * lets a browser refuse any other style.
 */
public record Style(String css, String hash) {

  /** The style sheets beside this class, one after the other, without comments and indents. */
  public static Style of(String... names) {
    StringBuilder css = new StringBuilder();
    for (String name : names) {
      css.append(read(name));
    }
    String compact =
        css.toString().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "").strip();
    return new Style(compact, sha256(compact));
  }

  private static String read(String name) {
    try (InputStream in = Style.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    byte[] hash = Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }
}
