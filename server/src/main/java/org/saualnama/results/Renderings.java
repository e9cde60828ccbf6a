package org.saualnama.results;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Pages as they were rendered for earlier readers: the same release, language and question give the
 * same bytes. Keeps those that were asked for last; for one event loop only.
 *
 * @param <K> all that a page is made of
 * @param <V> what is kept of it
 */
final class Renderings<K, V> {
  private final Map<K, V> kept;

  /** Keeps {@code most} of them. */
  Renderings(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The page of {@code key}, rendered now if it isn't kept. */
  V get(K key, Supplier<V> render) {
    V known = kept.get(key);
    if (known == null) {
      known = render.get();
      kept.put(key, known);
    }
    return known;
  }
}
