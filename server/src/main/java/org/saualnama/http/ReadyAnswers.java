package org.saualnama.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Answers that are the same for all who ask the same, ready to be sent again: what is asked for
 * often stays, however many other things are asked for once. Safe for threads.
 *
 * @param <K> all that an answer is made of
 */
public final class ReadyAnswers<K> {
  /** What the cache itself takes for each, about. */
  private static final int BESIDES = 500;

  private final Cache<K, Ready> ready;

  /**
   * One answer.
   *
   * @param etag as it stands in the header
   */
  public record Ready(String type, String etag, Precompressed body) {

    /** Of bytes that nobody changes any more. */
    public static Ready of(String type, String etag, byte[] body) {
      return new Ready(type, etag, Precompressed.of(body));
    }

    /** Sends it, or says that the client has it already. */
    public Future<Void> send(RoutingContext context) {
      context.response().putHeader("ETag", etag);
      return context.isFresh()
          ? context.response().setStatusCode(304).end()
          : body.send(context, 200, type);
    }
  }

  /** Keeps no more than so many bytes. */
  public ReadyAnswers(long most) {
    this.ready =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher((K key, Ready answer) -> answer.body().size() + bytes(key))
            .executor(Runnable::run)
            .build();
  }

  /** A key may hold what a client made up, which is as long as it likes. */
  private static int bytes(Object key) {
    return 2 * key.toString().length() + BESIDES;
  }

  /** The answer of this key, if it is ready. */
  public Optional<Ready> find(K key) {
    return Optional.ofNullable(ready.getIfPresent(key));
  }

  /** Keeps an answer for as long as there is room, and gives it back. */
  public Ready keep(K key, Ready answer) {
    ready.put(key, answer);
    return answer;
  }
}
