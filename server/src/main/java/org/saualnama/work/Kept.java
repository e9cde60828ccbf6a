package org.saualnama.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The things last asked for, so that many who want the same one wait for one making. Safe for
 * threads.
 *
 * @param <K> all that a thing is made of
 * @param <T> what is kept
 */
public final class Kept<K, T> {
  private final Map<K, T> byKey;

  /** Keeps the last {@code most}. */
  public Kept(int most) {
    this.byKey =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
            return size() > most;
          }
        };
  }

  /** The one of this key, which {@code making} makes if it is not there. */
  public synchronized T of(K key, Supplier<T> making) {
    T there = byKey.get(key);
    if (there == null) {
      there = making.get();
      byKey.put(key, there);
    }
    return there;
  }

  /** Forgets {@code one}, so that the next asks anew. */
  public synchronized void drop(K key, T one) {
    byKey.remove(key, one);
  }
}
