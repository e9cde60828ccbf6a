package org.saualnama.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * What came back for one request.
 *
 * @param body as it was sent
 */
record Answer(int status, boolean gzipped, Buffer body) {

  /** The body as text. */
  String text() {
    if (!gzipped) {
      return body.toString(UTF_8);
    }
    try (GZIPInputStream plain =
        new GZIPInputStream(new ByteArrayInputStream(body.getBytes()), 4_096)) {
      return new String(plain.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
