package org.saualnama.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.saualnama.weighting.Sample;

/** What holds for the figures of any counts. */
final class EstimatePropertyTest {
  private static final int PROFILES = 12;
  private static final int OPTIONS = 4;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record World(int[] counts, double[] weights, int[] answered, int[][] chosen) {
    static World random(long seed) {
      Random random = new Random(seed);
      int[] counts = new int[PROFILES];
      int[][] chosen = new int[OPTIONS][PROFILES];
      int[] answered = new int[PROFILES];
      double[] weights = new double[PROFILES];
      for (int g = 0; g < PROFILES; g++) {
        for (int option = 0; option < OPTIONS; option++) {
          chosen[option][g] = random.nextInt(6);
          answered[g] += chosen[option][g];
        }
        counts[g] = answered[g] + random.nextInt(3);
        weights[g] = 0.3 + random.nextDouble() * 3;
      }
      counts[0]++;
      chosen[0][0]++;
      answered[0]++;
      return new World(counts, weights, answered, chosen);
    }

    World times(int factor) {
      int[][] many = new int[OPTIONS][];
      Arrays.setAll(many, option -> times(chosen[option], factor));
      return new World(times(counts, factor), weights, times(answered, factor), many);
    }

    private static int[] times(int[] values, int factor) {
      return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    Shares shares(Domain domain) {
      Design design = Design.fixed(Sample.of(counts), weights);
      return Shares.of(design, new Counts(answered, chosen), domain).orElseThrow();
    }
  }

  @Property(tries = 200)
  void sharesOfASingleChoiceSumToOneAndLieInTheirIntervals(@ForAll long seed) {
    Shares shares = World.random(seed).shares(Domain.ALL);
    double sum = 0;
    for (int option = 0; option < OPTIONS; option++) {
      Share share = shares.of(option);
      sum += share.share();
      for (IntervalMethod method : IntervalMethod.values()) {
        Optional<Interval> interval = method.of(share);
        interval.ifPresent(
            i ->
                assertTrue(
                    i.lower() >= 0
                        && i.lower() <= share.share() + 1e-9
                        && i.upper() >= share.share() - 1e-9
                        && i.upper() <= 1,
                    () -> method + " " + i + " of " + share));
      }
    }
    assertEquals(1, sum, 1e-12);
  }

  @Property(tries = 100)
  void twiceTheRespondentsHaveHalfTheVariance(@ForAll long seed) {
    World world = World.random(seed);
    long n = Arrays.stream(world.counts()).sum();
    for (int option = 0; option < OPTIONS; option++) {
      Share once = world.shares(Domain.ALL).of(option);
      Share twice = world.times(2).shares(Domain.ALL).of(option);
      assertEquals(once.share(), twice.share(), 1e-12);
      // But for n/(n-1), which is of the sample's size.
      double correction = (n - 1.0) / n * (2.0 * n) / (2.0 * n - 1);
      assertEquals(once.variance() / 2 * correction, twice.variance(), 1e-12);
      assertEquals(2 * once.kish(), twice.kish(), 1e-6);
    }
  }

  @Property(tries = 100)
  void anOtherOrderOfProfilesAndOptionsChangesNothing(@ForAll long seed) {
    World world = World.random(seed);
    World other =
        new World(
            reversed(world.counts()),
            reversed(world.weights()),
            reversed(world.answered()),
            new int[][] {
              reversed(world.chosen()[3]),
              reversed(world.chosen()[2]),
              reversed(world.chosen()[1]),
              reversed(world.chosen()[0])
            });
    for (int option = 0; option < OPTIONS; option++) {
      Share one = world.shares(g -> g % 2 == 0).of(option);
      Share same = other.shares(g -> (PROFILES - 1 - g) % 2 == 0).of(OPTIONS - 1 - option);
      assertEquals(one.share(), same.share(), 1e-12);
      assertEquals(one.variance(), same.variance(), 1e-14);
    }
  }

  private static int[] reversed(int[] values) {
    int[] reversed = new int[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  @Property(tries = 100)
  void theSameReleaseTwiceDiffersByNothing(@ForAll long seed) {
    Shares shares = World.random(seed).shares(Domain.ALL);
    Difference difference = Difference.sinceRelease(shares, shares, 1);
    assertEquals(0, difference.difference());
    assertEquals(0, difference.variance(), 1e-15);
    assertEquals(1, difference.pValue());
  }

  @Property(tries = 100)
  void aReleaseAfterAnEmptyOneIsAsUncertainAsItself(@ForAll long seed) {
    World world = World.random(seed);
    int[] none = new int[PROFILES];
    none[0] = 1;
    int[][] chose = new int[OPTIONS][PROFILES];
    chose[0][0] = 1;
    // One respondent only, and of nearly no weight in the difference but for the share itself.
    Shares first = new World(none, world.weights(), none, chose).shares(Domain.ALL);
    Shares later = world.shares(Domain.ALL);
    Difference difference = Difference.sinceRelease(first, later, 0);
    assertEquals(later.of(0).share() - 1, difference.difference(), 1e-12);
    assertEquals(later.of(0).variance(), difference.variance(), 1e-12);
  }

  @Property(tries = 100)
  void theDifferenceOfDisjointDomainsIsAsUncertainAsBoth(@ForAll long seed) {
    World world = World.random(seed);
    Shares a = world.shares(g -> g < 6);
    Shares b = world.shares(g -> g >= 6);
    Difference difference = Difference.between(a, b, 2);
    // With fixed weights they share nothing but the sample's size.
    assertEquals(a.of(2).variance() + b.of(2).variance(), difference.variance(), 1e-12);
    assertEquals(a.n() + b.n() - 2, difference.degrees());
  }

  @Test
  void nobodyAnsweredIsNoFigure() {
    Design design = Design.fixed(Sample.of(5), new double[] {1});
    Counts none = new Counts(new int[] {0}, new int[][] {{0}});
    assertTrue(Shares.of(design, none, Domain.ALL).isEmpty());
    assertTrue(Mean.of(design, none, new double[] {1}, Domain.ALL).isEmpty());
    Counts some = new Counts(new int[] {5}, new int[][] {{5}});
    assertTrue(Shares.of(design, some, g -> false).isEmpty());
  }

  @Test
  void oneRespondentIsAShareWithoutAnInterval() {
    Design design = Design.fixed(Sample.of(1), new double[] {1});
    Share share =
        Shares.of(design, new Counts(new int[] {1}, new int[][] {{1}, {0}}), Domain.ALL)
            .orElseThrow()
            .of(0);
    assertEquals(1, share.share());
    assertEquals(0, share.variance());
    for (IntervalMethod method : IntervalMethod.values()) {
      assertTrue(method.of(share).isEmpty());
    }
    assertTrue(share.designEffect().isEmpty());
  }

  @Test
  void oneProfileHasFiniteFigures() {
    Design design = Design.fixed(Sample.of(10), new double[] {1});
    Share share =
        Shares.of(design, new Counts(new int[] {10}, new int[][] {{4}, {6}}), Domain.ALL)
            .orElseThrow()
            .of(0);
    assertEquals(0.4, share.share(), 1e-12);
    assertEquals(0.24 / 9, share.variance(), 1e-12);
    assertEquals(1, share.designEffect().orElseThrow(), 1e-9);
  }

  @Test
  void aTableOfOneRowIsNoTest() {
    Design design = Design.fixed(Sample.of(10, 10), new double[] {1, 1});
    Counts all = new Counts(new int[] {10, 10}, new int[][] {{10, 10}, {0, 0}});
    assertTrue(Independence.test(design, JointCounts.of(all, 2, new int[] {0, 1})).isEmpty());
  }

  @Test
  void theMedianIsThePointThatHalfIsNotAbove() {
    Design design = Design.fixed(Sample.of(10), new double[] {1});
    Counts counts = new Counts(new int[] {10}, new int[][] {{2}, {3}, {4}, {1}});
    double[] points = {1, 2, 3, Double.NaN};
    Mean mean = Mean.of(design, counts, points, Domain.ALL).orElseThrow();
    assertEquals(2, mean.median());
    assertEquals(9, mean.n());
    assertEquals(20 / 9.0, mean.mean(), 1e-12);
  }
}
