package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Hmac;

/**
 * How often one client may ask in a minute, told in the fields {@code RateLimit} and {@code
 * RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * <p>Nobody can learn from it who asked: clients are counted in memory, under a hash whose key is
 * drawn for each minute and forgotten with its counts.
 */
public final class RateLimit {
  /** Of one count. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  private static final int MOST_CLIENTS = 100_000;
  private static final long ALMOST = 999_999_999;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final int quota;
  private final LongSupplier nanos;
  private Window window;

  /** The counts of one minute. */
  private static final class Window {
    private final long start;
    private final Hmac clients;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    Window(long start) {
      byte[] key = new byte[KEY_BYTES];
      RANDOM.nextBytes(key);
      this.start = start;
      this.clients = new Hmac(key);
    }

    int count(String client) {
      String hash = HexFormat.of().formatHex(clients.of(client), 0, 16);
      // Whoever would fill the memory with addresses gets rid of the limit, and of nobody's answer.
      return counts.size() < MOST_CLIENTS || counts.containsKey(hash)
          ? counts.merge(hash, 1, Integer::sum)
          : 1;
    }
  }

  /**
   * A limit that clients know by {@code name}.
   *
   * @param quota requests in a minute; 0 for no limit
   * @param nanos a clock
   */
  public RateLimit(String name, int quota, LongSupplier nanos) {
    this.name = name;
    this.quota = quota;
    this.nanos = nanos;
  }

  /** Lets a request pass, or refuses it until the minute is over. */
  void guard(RoutingContext context) {
    if (quota == 0) {
      context.next();
      return;
    }
    long now = nanos.getAsLong();
    Window current = window(now);
    int count = current.count(Network.client(context));
    long left = Duration.ofNanos(WINDOW.toNanos() - (now - current.start) + ALMOST).toSeconds();
    context
        .response()
        .putHeader(
            "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW.toSeconds()))
        .putHeader(
            "RateLimit", "\"%s\";r=%d;t=%d".formatted(name, Math.max(0, quota - count), left));
    if (count > quota) {
      context.fail(
          Refusal.tooMany("You have asked " + quota + " times in a minute: wait a little.", left));
    } else {
      context.next();
    }
  }

  /** Forgets a minute that is over, should nobody ask any more. */
  synchronized void forget() {
    if (window != null && nanos.getAsLong() - window.start >= WINDOW.toNanos()) {
      window = null;
    }
  }

  private synchronized Window window(long now) {
    if (window == null || now - window.start >= WINDOW.toNanos()) {
      window = new Window(now);
    }
    return window;
  }
}
