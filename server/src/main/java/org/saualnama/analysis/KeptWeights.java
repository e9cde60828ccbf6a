package org.saualnama.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.submission.Collector;
import org.saualnama.weighting.Scheme;

/**
 * The weights that were last reckoned for mixed pools: who asks one question asks the next, and a
 * release never changes.
 */
final class KeptWeights {
  private static final int KEPT = 8;

  private record Key(
      String survey, int version, int release, List<Collector> collectors, Scheme scheme) {}

  private final Map<Key, Weights> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Weights> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Those of {@code groups}, which are all that came in by {@code collectors}.
   *
   * @throws org.saualnama.weighting.ClashingMargins if no weights meet all margins
   */
  synchronized Weights of(
      AnalysisQuery query, int release, List<Collector> collectors, Groups groups) {
    Key key =
        new Key(
            query.version().code(), query.version().number(), release, collectors, query.scheme());
    Weights weights = known.get(key);
    if (weights == null) {
      weights = Weights.of(query.version(), groups, query.scheme());
      known.put(key, weights);
    }
    return weights;
  }
}
