package org.saualnama.weighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.saualnama.weighting.ClashingMargins.Miss;

/** Compares what weights reach with what was wanted. */
final class Misses {
  private Misses() {}

  /** The levels off by more than {@code tolerance}, as a part of their target; furthest first. */
  static List<Miss> of(
      Sample sample, List<TargetTotals> margins, double[] weights, double tolerance) {
    List<Miss> misses = new ArrayList<>();
    for (TargetTotals margin : margins) {
      double[] reached = margin.reached(sample, weights);
      for (int level = 0; level < reached.length; level++) {
        Miss miss =
            new Miss(margin.name(), margin.level(level), margin.total(level), reached[level]);
        if (Math.abs(miss.reached() - miss.wanted()) > tolerance * sample.total()) {
          misses.add(miss);
        }
      }
    }
    misses.sort(Comparator.comparingDouble(Miss::off).reversed());
    return misses;
  }
}
