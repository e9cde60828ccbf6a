package org.saualnama.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held to every outcome that the lot can have, each with its chance. */
final class RandomisedResponseTest {

  /** All that may be kept of these true answers, each outcome with its probability. */
  private static void outcomes(
      RandomisedResponse response, int[] real, BiConsumer<int[], Double> each) {
    int codes = response.codes();
    double drawn = (1 - response.kept()) / codes;
    int all = (int) Math.pow(codes, real.length);
    for (int outcome = 0; outcome < all; outcome++) {
      int[] kept = new int[real.length];
      double probability = 1;
      for (int i = 0, rest = outcome; i < real.length; i++, rest /= codes) {
        kept[i] = rest % codes;
        probability *= drawn + (kept[i] == real[i] ? response.kept() : 0);
      }
      each.accept(kept, probability);
    }
  }

  private static double share(int[] answers, int code) {
    double chose = 0;
    for (int answer : answers) {
      chose += answer == code ? 1 : 0;
    }
    return chose / answers.length;
  }

  private static double mean(int[] answers) {
    double sum = 0;
    for (int answer : answers) {
      sum += answer;
    }
    return sum / answers.length;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2", "0.5, 3", "0.5, 6", "0.7, 4", "0.3, 3", "1, 3"})
  void overAllOutcomesSharesAndMeansAreRightOnAverage(double kept, int codes) {
    RandomisedResponse response = new RandomisedResponse(kept, codes);
    int[][] all = {{0, 0, 0, 0}, {0, 1, 1, 0}, {codes - 1, 1, 0, 1}};
    for (int[] real : all) {
      double[] average = new double[codes + 2];
      outcomes(
          response,
          real,
          (answers, probability) -> {
            for (int code = 0; code < codes; code++) {
              average[code] += probability * response.share(share(answers, code));
            }
            average[codes] += probability * response.mean(mean(answers), (codes - 1) / 2.0);
            average[codes + 1] += probability;
          });
      for (int code = 0; code < codes; code++) {
        assertEquals(share(real, code), average[code], 1e-12);
      }
      assertEquals(mean(real), average[codes], 1e-12);
      assertEquals(1, average[codes + 1], 1e-12);
    }
  }

  /** Of people drawn with a share p, whose answers are then randomised. */
  @ParameterizedTest
  @CsvSource({"0.5, 2, 0.3", "0.5, 5, 0.1", "0.7, 3, 0.6", "0.3, 4, 0.5"})
  void theVarianceIsThatOfTheEstimateAndItsEstimateRightOnAverage(
      double kept, int codes, double p) {
    RandomisedResponse response = new RandomisedResponse(kept, codes);
    int n = 4;
    double[] sums = new double[3];
    for (int chose = 0; chose < 1 << n; chose++) {
      int[] real = new int[n];
      double drawn = 1;
      for (int i = 0; i < n; i++) {
        real[i] = chose >> i & 1; // all others have chosen code 0
        drawn *= real[i] == 1 ? p : 1 - p;
      }
      double weight = drawn;
      outcomes(
          response,
          real,
          (answers, probability) -> {
            double star = share(answers, 1);
            double estimate = response.share(star);
            sums[0] += weight * probability * estimate;
            sums[1] += weight * probability * estimate * estimate;
            sums[2] += weight * probability * response.variance(star * (1 - star) / (n - 1));
          });
    }
    double star = kept * p + (1 - kept) / codes;
    assertEquals(p, sums[0], 1e-12);
    assertEquals(star * (1 - star) / n / kept / kept, sums[1] - p * p, 1e-12);
    assertEquals(sums[1] - p * p, sums[2], 1e-12);
  }

  @Test
  void keptAnswersOfHalfAndOfFiveCodesAreReckonedBackByHand() {
    RandomisedResponse response = new RandomisedResponse(0.5, 5);
    assertEquals(0.5, response.share(0.35), 1e-15);
    assertEquals(0.0016, response.variance(0.0004), 1e-15);
    assertEquals(0.04, response.standardError(0.02), 1e-15);
    assertEquals(4.2, response.mean(3.6, 3), 1e-12);
    assertEquals(-0.2, response.share(0), 1e-15);
    assertEquals(1.8, response.share(1), 1e-15);
  }

  @Property
  void sharesOfAllCodesStillSumToOneBeforeAnythingIsCutOff(
      @ForAll @DoubleRange(min = 0, max = 1) double a,
      @ForAll @DoubleRange(min = 0, max = 1) double b,
      @ForAll @IntRange(min = 3, max = 12) int codes) {
    RandomisedResponse response = new RandomisedResponse(0.5, codes);
    double first = a * b;
    double second = a - first;
    double sum = response.share(first) + response.share(second) + response.share(1 - a);
    assertEquals(1, sum + (codes - 3) * response.share(0), 1e-9);
  }

  @Test
  void aDifferenceGrowsWithItsErrorAndItsTestStays() {
    Difference kept = Difference.of(0.1, 0.0025, 200);
    Difference real = new RandomisedResponse(0.5, 4).difference(kept);
    assertEquals(0.2, real.difference(), 1e-15);
    assertEquals(0.1, real.standardError(), 1e-15);
    assertEquals(kept.t(), real.t());
    assertEquals(real.difference() / real.standardError(), real.t(), 1e-12);
    assertEquals(kept.pValue(), real.pValue());
    assertEquals(kept.degrees(), real.degrees());
  }

  private static Share kept(long n, long chose) {
    double p = (double) chose / n;
    return new Share(n, chose, n, p, p * (1 - p) / (n - 1), n);
  }

  @Test
  void aShareInsideHasErrorDesignEffectAndSizeOfTheTrueAnswers() {
    RandomisedShare real = new RandomisedShare(new RandomisedResponse(0.5, 5), kept(400, 140));
    assertEquals(0.5, real.share(), 1e-12);
    assertEquals(real.standardError(), Math.sqrt(0.35 * 0.65 / 399) / 0.5, 1e-12);
    double deff = 0.35 * 0.65 * 4 / 0.25;
    assertEquals(deff, real.designEffect().orElseThrow(), 1e-9);
    assertEquals(399 / deff, real.effectiveSize().orElseThrow(), 1e-9);
    Interval interval = real.interval(IntervalMethod.WILSON).orElseThrow();
    Interval kept = IntervalMethod.WILSON.of(real.kept()).orElseThrow();
    assertEquals((kept.lower() - 0.1) / 0.5, interval.lower(), 1e-12);
    assertEquals((kept.upper() - 0.1) / 0.5, interval.upper(), 1e-12);
  }

  @Test
  void whatLiesOutsideIsCutOffForShowAndHasNoDesignEffect() {
    for (long chose : new long[] {0, 30, 400}) {
      RandomisedShare real = new RandomisedShare(new RandomisedResponse(0.5, 5), kept(400, chose));
      assertTrue(real.estimate() < 0 || real.estimate() > 1);
      assertEquals(real.estimate() < 0 ? 0 : 1, real.share());
      assertEquals(OptionalDouble.empty(), real.designEffect());
      assertEquals(OptionalDouble.empty(), real.effectiveSize());
      Interval interval = real.interval(IntervalMethod.DEFAULT).orElseThrow();
      assertTrue(interval.lower() >= 0 && interval.upper() <= 1);
      assertTrue(interval.lower() <= interval.upper());
    }
  }

  @Test
  void aMeanIsOfScalesOfPointsOnlyAndStaysOnThem() {
    RandomisedResponse response = new RandomisedResponse(0.5, 5);
    double[] points = {1, 2, 3, 4, 5};
    Mean kept = new Mean(100, 3.6, 0.01, 4, 1);
    RandomisedMean real = RandomisedMean.of(response, kept, points).orElseThrow();
    assertEquals(4.2, real.mean(), 1e-12);
    assertEquals(0.2, real.standardError(), 1e-12);
    Mean high = new Mean(100, 4.8, 0.01, 5, 1);
    assertEquals(5, RandomisedMean.of(response, high, points).orElseThrow().mean());
    double[] withResidual = {1, 2, 3, 4, Double.NaN};
    assertTrue(RandomisedMean.of(response, kept, withResidual).isEmpty());
  }

  @Test
  void aLotThatLeavesNothingOfTheAnswersIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RandomisedResponse(0, 3));
    assertThrows(IllegalArgumentException.class, () -> new RandomisedResponse(0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new RandomisedResponse(Double.NaN, 3));
  }
}
