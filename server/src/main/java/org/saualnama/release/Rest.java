package org.saualnama.release;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How long boxes have rested whose last opening lies in the future, because the database's clock
 * was set back since: by this node's own monotonic clock, from when it saw that. Else a survey
 * would wait for as long as the clock went back.
 */
final class Rest {
  private record Seen(int release, long since) {}

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  /**
   * Nothing is seen yet.
   *
   * @param nanos a clock that nobody sets
   */
  Rest(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Whether it is over.
   *
   * @param ahead the number of the release that opened the box in the future
   */
  boolean isOver(String survey, int ahead, Duration interval) {
    long now = nanos.getAsLong();
    Seen first =
        seen.compute(
            survey,
            (code, before) ->
                before != null && before.release() == ahead ? before : new Seen(ahead, now));
    return now - first.since() >= interval.toNanos();
  }
}
