package org.saualnama.load;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What one client asks, one request after the other: a single one, or all pages of a form. */
interface Visit {

  /** The first request. */
  Buffer first();

  /**
   * The next request, or empty at the end.
   *
   * @throws IllegalStateException if the answer is not what such a client expects
   */
  Optional<Buffer> after(Answer answer);

  /** A visit of one request. */
  static Visit of(Buffer request) {
    return new Visit() {
      @Override
      public Buffer first() {
        return request;
      }

      @Override
      public Optional<Buffer> after(Answer answer) {
        return Optional.empty();
      }
    };
  }
}
