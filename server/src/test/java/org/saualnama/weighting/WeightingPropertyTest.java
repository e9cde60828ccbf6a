package org.saualnama.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for the weights of any sample that the margins leave possible. */
final class WeightingPropertyTest {
  private static final int PROFILES = 60;

  /** A sample with margins that some weights between 0.5 and 2 meet, for they are made of them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Feasible(Sample sample, List<int[]> categoryOf, List<double[]> shares) {
    static Feasible random(long seed, double base) {
      Random random = new Random(seed);
      int[] counts = random.ints(PROFILES, 1, 20).toArray();
      double[] bases = new double[PROFILES];
      Arrays.setAll(bases, g -> random.nextBoolean() ? 1 : base);
      Sample sample = new Sample(counts, bases);
      List<int[]> categoryOf = new ArrayList<>();
      List<double[]> shares = new ArrayList<>();
      double[] weights = new double[PROFILES];
      Arrays.setAll(weights, g -> bases[g] * (0.7 + random.nextDouble() * 0.8));
      for (int categories : new int[] {2, 4, 7}) {
        int[] of = random.ints(PROFILES, 0, categories).toArray();
        double[] share = new double[categories];
        for (int g = 0; g < PROFILES; g++) {
          share[of[g]] += counts[g] * weights[g];
        }
        categoryOf.add(of);
        shares.add(share);
      }
      return new Feasible(sample, categoryOf, shares);
    }

    List<TargetTotals> margins() {
      List<TargetTotals> margins = new ArrayList<>();
      for (int j = 0; j < shares.size(); j++) {
        List<String> names =
            IntStream.range(0, shares.get(j).length).mapToObj(Integer::toString).toList();
        margins.add(
            TargetTotals.of(
                sample, new MarginShares("m" + j, names, shares.get(j), categoryOf.get(j))));
      }
      return margins;
    }
  }

  @Property(tries = 200)
  void rakedWeightsMeetTheMargins(@ForAll long seed) {
    Feasible feasible = Feasible.random(seed, 2.5);
    double[] weights = Raking.weigh(feasible.sample(), feasible.margins());
    assertMet(feasible, weights);
    assertEquals(feasible.sample().total(), feasible.sample().total(weights), 1e-6);
  }

  @Property(tries = 200)
  void calibratedWeightsMeetTheMarginsWithinTheirBounds(@ForAll long seed) {
    Feasible feasible = Feasible.random(seed, 2.5);
    double[] weights = BoundedCalibration.weigh(feasible.sample(), feasible.margins(), 0.2, 5);
    assertMet(feasible, weights);
    for (int g = 0; g < PROFILES; g++) {
      double factor = weights[g] / feasible.sample().base(g);
      assertTrue(factor >= 0.2 && factor <= 5, () -> "factor " + factor);
    }
  }

  @Property(tries = 50)
  void theOrderOfMarginsAndProfilesChangesNothing(@ForAll long seed) {
    Feasible feasible = Feasible.random(seed, 1);
    List<TargetTotals> margins = feasible.margins();
    double[] weights = BoundedCalibration.weigh(feasible.sample(), margins, 0.1, 8);
    double[] raked = Raking.weigh(feasible.sample(), margins);
    Collections.reverse(margins);
    assertArrayEquals(weights, BoundedCalibration.weigh(feasible.sample(), margins, 0.1, 8), 1e-8);
    assertArrayEquals(raked, Raking.weigh(feasible.sample(), margins), 1e-8);
  }

  @Property(tries = 50)
  void trimmedWeightsKeepTheirMeanAndTheirBounds(@ForAll long seed) {
    Feasible feasible = Feasible.random(seed, 4);
    double[] trimmed =
        Trimming.trim(
            feasible.sample(), Raking.weigh(feasible.sample(), feasible.margins()), 0.5, 1.8);
    assertEquals((double) feasible.sample().respondents(), feasible.sample().total(trimmed), 1e-6);
    for (double weight : trimmed) {
      assertTrue(weight >= 0.5 - 1e-12 && weight <= 1.8 + 1e-12, () -> "weight " + weight);
    }
  }

  private static void assertMet(Feasible feasible, double[] weights) {
    for (TargetTotals margin : feasible.margins()) {
      assertArrayEquals(
          margin.totals(), margin.reached(feasible.sample(), weights), 1e-7, margin.name());
    }
  }
}
