package org.saualnama.survey;

import java.util.List;
import java.util.Map;

/**
 * How responses are weighted.
 *
 * @param margins known shares of the population that weights meet
 * @param bounds the least and the greatest weight about a mean of 1
 * @param trim the same for raked weights that are cut off instead
 * @param base what a response counts before weighting, by kind of collector; 1 where not named
 */
public record Weighting(
    List<Margin> margins, List<Double> bounds, List<Double> trim, Map<String, Double> base) {
  public Weighting {
    margins = List.copyOf(margins);
    bounds = List.copyOf(bounds);
    trim = trim == null ? List.of() : List.copyOf(trim);
    base = Definitions.inOrder(base);
  }

  /** Where raked weights are cut off. */
  public List<Double> cuts() {
    return trim.isEmpty() ? bounds : trim;
  }

  /**
   * All but the figures: a new census or sample may change those, and nothing else, of a published
   * survey.
   */
  Weighting withoutFigures() {
    List<Margin> bare = margins.stream().map(margin -> margin.withTargets("")).toList();
    return new Weighting(bare, bounds, trim, Map.of());
  }
}
