package org.saualnama.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The bundles last asked for, so that many who want the same one wait for one making. */
final class KeptBundles<T> {
  private static final int MOST = 4;

  private final Map<String, T> byName =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > MOST;
        }
      };

  /** The one of this name, which {@code making} makes if it is not there. */
  synchronized T of(String name, Supplier<T> making) {
    T there = byName.get(name);
    if (there == null) {
      there = making.get();
      byName.put(name, there);
    }
    return there;
  }

  /** Forgets {@code one}, so that the next asks anew. */
  synchronized void drop(String name, T one) {
    byName.remove(name, one);
  }
}
