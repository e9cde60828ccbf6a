package org.saualnama.identity;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.saualnama.secret.Hmac;

/**
 * Slows down whoever tries again and again: each failed try uses one up, and they come back one by
 * one. In memory only, under keyed hashes: nobody can read from it who tried.
 */
final class Throttle {
  private static final int MOST = 50_000;

  /** By the hash of a name, when it will have all its tries again. */
  private final Map<String, Long> whole = new HashMap<>();

  private final Hmac names;
  private final LongSupplier nanos;
  private final long each;
  private final long all;

  /**
   * A throttle for one kind of name.
   *
   * @param key its own
   * @param nanos a clock
   * @param tries how many may fail at once
   * @param each after how long one comes back
   */
  Throttle(byte[] key, LongSupplier nanos, int tries, Duration each) {
    this.names = new Hmac(key);
    this.nanos = nanos;
    this.each = each.toNanos();
    this.all = this.each * tries;
  }

  /**
   * Uses a try up.
   *
   * @return after how many seconds there is one, if there is none now
   */
  synchronized OptionalLong use(String name) {
    long now = nanos.getAsLong();
    if (whole.size() >= MOST) {
      whole.values().removeIf(then -> then - now <= 0);
    }
    String hash = hash(name);
    long missing = Math.max(0, whole.getOrDefault(hash, now) - now);
    if (missing + each > all) {
      return OptionalLong.of(Duration.ofNanos(missing + each - all).toSeconds() + 1);
    }
    whole.put(hash, now + missing + each);
    return OptionalLong.empty();
  }

  /** Gives a try back that did not fail. */
  synchronized void giveBack(String name) {
    whole.computeIfPresent(hash(name), (hash, then) -> then - each);
  }

  private String hash(String name) {
    return HexFormat.of().formatHex(names.of(name), 0, 16);
  }
}
