package org.saualnama.survey;

import java.util.List;

/** The margins that weights will meet, and the least and greatest weight about a mean of 1. */
public record Weighting(List<Margin> margins, List<Double> bounds) {
  public Weighting {
    margins = List.copyOf(margins);
    bounds = List.copyOf(bounds);
  }

  /**
   * All but the figures: a new census may change those, and nothing else, of a published survey.
   */
  Weighting withoutFigures() {
    return new Weighting(margins.stream().map(margin -> margin.withTargets("")).toList(), bounds);
  }
}
