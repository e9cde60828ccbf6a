package org.saualnama.analysis;

import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.Collector;
import org.saualnama.weighting.ClashingMargins;
import org.saualnama.weighting.StoredWeights;

/**
 * What a pool is made of.
 *
 * @param stored the weights that are part of the release; empty where the query mixes collectors
 */
record Raw(int release, List<Collector> collectors, Groups groups, Optional<StoredWeights> stored) {

  /**
   * Weighs the respondents as their release did, or anew.
   *
   * @throws Refusal (conflict) if there are no such weights
   */
  Pool weighed(AnalysisQuery query, KeptWeights kept) {
    stored
        .flatMap(StoredWeights::failed)
        .ifPresent(
            why -> {
              throw clash(why);
            });
    try {
      Weights weights =
          stored
              .map(some -> Weights.of(groups.distinctProfiles(), some.weights()))
              .orElseGet(() -> kept.of(query, release, collectors, groups));
      return new Pool(query, release, collectors, groups, weights);
    } catch (ClashingMargins | IllegalArgumentException e) {
      throw clash(e.getMessage());
    }
  }

  private Refusal clash(String why) {
    return Refusal.conflict(
        "weights",
        "no_weights",
        "Release " + release + " can't be weighted so: " + why + ". Use other weights, or none.");
  }
}
