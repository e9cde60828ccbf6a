package org.saualnama.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The things last asked for, so that many who want the same one wait for one making. Safe for
 * threads.
 *
 * @param <K> all that a thing is made of
 */
public final class Kept<K, T> {
  private final Map<K, T> byName;

  /** Keeps the last {@code most}. */
  public Kept(int most) {
    this.byName =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
            return size() > most;
          }
        };
  }

  /** The one of this name, which {@code making} makes if it is not there. */
  public synchronized T of(K name, Supplier<T> making) {
    T there = byName.get(name);
    if (there == null) {
      there = making.get();
      byName.put(name, there);
    }
    return there;
  }

  /** Forgets {@code one}, so that the next asks anew. */
  public synchronized void drop(K name, T one) {
    byName.remove(name, one);
  }
}
