package org.saualnama.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saualnama.weighting.Sample;

/** What can be checked by hand, or with a table of a distribution. */
final class SmallFiguresTest {
  private static void near(double lower, double upper, Optional<Interval> interval) {
    assertEquals(lower, interval.orElseThrow().lower(), 1e-6);
    assertEquals(upper, interval.orElseThrow().upper(), 1e-6);
  }

  @Test
  void holmMultipliesTheLeastMost() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Adjustment.HOLM.of(p), 1e-12);
    assertArrayEquals(
        new double[] {1, 0.6, 1}, Adjustment.HOLM.of(new double[] {0.9, 0.2, 0.95}), 1e-12);
    assertEquals("holm", Adjustment.HOLM.code());
  }

  @Test
  void benjaminiAndHochbergDivideByTheRank() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertArrayEquals(
        new double[] {0.02, 0.04, 0.04, 0.02}, Adjustment.BENJAMINI_HOCHBERG.of(p), 1e-12);
    assertEquals("benjamini_hochberg", Adjustment.BENJAMINI_HOCHBERG.code());
  }

  @Test
  void aDifferenceOfTwoErrorsIsTwiceTheTailOfT() {
    Difference difference = Difference.of(-0.1, 0.0025, 10);
    assertEquals(0.05, difference.standardError(), 1e-12);
    assertEquals(-2, difference.t(), 1e-12);
    assertEquals(0.0733880, difference.pValue(), 1e-7);
    assertEquals(new Difference(0, 0, 0, 3, 1), Difference.of(0, 0, 3));
    assertEquals(new Difference(0.5, 0, 0, 3, 0), Difference.of(0.5, 0, 3));
    // Half of Cauchy's distribution is beyond 1, also where degrees run out.
    assertEquals(0.5, Difference.of(1, 1, 1).pValue(), 1e-12);
    assertEquals(0.5, Difference.of(1, 1, 0).pValue(), 1e-12);
  }

  @Test
  void independentSharesAddTheirVariances() {
    Difference difference =
        Difference.independent(
            new Share(40, 20, 90, 0.5, 0.01, 30), new Share(60, 12, 80, 0.2, 0.02, 50));
    assertEquals(0.3, difference.difference(), 1e-12);
    assertEquals(0.03, difference.variance(), 1e-12);
    assertEquals(98, difference.degrees());
  }

  @Test
  void aShareKnowsItsErrorAndItsSize() {
    Share share = new Share(101, 20, 200, 0.2, 0.0025, 80);
    assertEquals(0.05, share.standardError(), 1e-12);
    assertEquals(0.16 / 0.0025, share.effectiveSize(), 1e-9);
    assertEquals(0.0025 / (0.16 / 100), share.designEffect().orElseThrow(), 1e-9);
    assertEquals(80, new Share(101, 20, 200, 0.2, 0, 80).effectiveSize());
    for (long chose : new long[] {0, 101}) {
      Share same = new Share(101, chose, 200, chose / 101.0, 0.1, 80);
      assertTrue(same.isUnanimous());
      assertEquals(80, same.effectiveSize());
      assertTrue(same.designEffect().isEmpty());
    }
    assertEquals(0.01 / 0.25, new Share(2, 1, 2, 0.5, 0.01, 2).designEffect().orElseThrow(), 1e-12);
  }

  @Test
  void twoAnswersAreEnoughForAnInterval() {
    assertTrue(IntervalMethod.WILSON.of(new Share(2, 1, 9, 0.5, 0.1, 2)).isPresent());
    assertTrue(IntervalMethod.WILSON.of(new Share(1, 1, 9, 1, 0, 1)).isEmpty());
    assertEquals("wilson", IntervalMethod.WILSON.code());
  }

  @Test
  void wilsonIsThatOfThePlainSample() {
    // 20 of 100, as in any textbook.
    near(0.1333669, 0.2888292, IntervalMethod.WILSON.of(new Share(100, 20, 100, 0.2, 0.0016, 150)));
  }

  @Test
  void theDefaultTakesTheSmallerSize() {
    Share byVariance = new Share(100, 20, 100, 0.2, 0.0016, 150);
    assertEquals(IntervalMethod.WILSON.of(byVariance), IntervalMethod.DEFAULT.of(byVariance));
    near(
        0.1333669, 0.2888292, IntervalMethod.DEFAULT.of(new Share(100, 20, 100, 0.2, 0.0001, 100)));
  }

  @Test
  void wilsonNeverLeavesTheUnit() {
    Interval none = IntervalMethod.wilson(0, 10);
    assertEquals(0, none.lower(), 1e-12);
    assertEquals(0.2775328, none.upper(), 1e-6);
    assertEquals(1, IntervalMethod.wilson(1, 10).upper());
  }

  @Test
  void theLogitIntervalIsSymmetricThere() {
    // t(10) is 2.2281389; the error on the logit scale 0.05 / 0.16.
    Share share = new Share(11, 2, 50, 0.2, 0.0025, 11);
    double half = 2.2281389 * 0.05 / 0.16;
    double logit = Math.log(0.25);
    near(
        1 / (1 + Math.exp(half - logit)),
        1 / (1 + Math.exp(-half - logit)),
        IntervalMethod.LOGIT.of(share));
    assertTrue(IntervalMethod.LOGIT.of(new Share(11, 0, 50, 0, 0, 11)).isEmpty());
  }

  @Test
  void theBetaIntervalIsClopperAndPearsonsForAPlainSample() {
    // 2 of 10: 0.0252107 to 0.5560955 in any table.
    near(0.0252107, 0.5560955, IntervalMethod.BETA.of(new Share(10, 2, 10, 0.2, 0.016, 10)));
    near(0, 0.3084971, IntervalMethod.BETA.of(new Share(10, 0, 10, 0, 0, 10)));
    near(1 - 0.3084971, 1, IntervalMethod.BETA.of(new Share(10, 10, 10, 1, 0, 10)));
  }

  @Test
  void theBetaIntervalAllowsForDegreesOfFreedom() {
    // t(10) over t(2), squared, times 10.
    double m = 10 * Math.pow(2.2281389 / 4.3026527, 2);
    Interval plain = IntervalMethod.BETA.of(new Share(3, 0, 11, 0, 0, 10)).orElseThrow();
    assertEquals(1 - Math.pow(0.025, 1 / m), plain.upper(), 1e-6);
  }

  @Test
  void rowsAndColumnsOfAPlainSampleAreTestedByPearson() {
    Design design = Design.fixed(Sample.of(50, 50), new double[] {1, 1});
    Counts counts = new Counts(new int[] {50, 50}, new int[][] {{30, 20}, {0, 0}, {20, 30}});
    JointCounts joint = JointCounts.of(counts, 3, new int[] {0, 2});
    Independence test = Independence.test(design, joint).orElseThrow();
    // X2 is 4; a variance has n - 1. Nobody is in the middle row and column.
    assertEquals(3.96, test.f(), 1e-9);
    assertEquals(1, test.numerator(), 1e-9);
    assertEquals(99, test.denominator(), 1e-9);
    assertEquals(0.0493516, test.pValue(), 1e-6);
    assertEquals(0.0465937, test.firstOrder(), 1e-6);
  }

  @Test
  void anOptionIsTestedAgainstAllOthersWhoAnswered() {
    Design design = Design.fixed(Sample.of(60, 60, 9), new double[] {1, 1, 1});
    Counts counts = new Counts(new int[] {50, 50, 9}, new int[][] {{9, 9, 9}, {30, 20, 1}});
    JointCounts joint = JointCounts.ofOption(counts, 1, 2, new int[] {0, 1, -1});
    assertEquals(20, joint.count(1, 0));
    assertEquals(30, joint.count(3, 1));
    // 129 respondents, of whom 100 are in the table.
    assertEquals(
        4 / 100.0 * 100 * 128 / 129, Independence.test(design, joint).orElseThrow().f(), 1e-9);
  }

  @Test
  void aTableHasACellForEachRowAndColumn() {
    assertThrows(IllegalArgumentException.class, () -> new JointCounts(2, 2, new int[3][1]));
  }

  @Test
  void aMeanOfOneIsWithoutADesignEffect() {
    assertTrue(new Mean(1, 3, 0, 3, 0.5).designEffect().isEmpty());
    assertTrue(new Mean(9, 3, 0, 3, 0).designEffect().isEmpty());
    assertEquals(0.2 / 0.5, new Mean(2, 3, 0.2, 3, 0.5).designEffect().orElseThrow(), 1e-12);
  }

  @Test
  void aDomainIsWhatItsPredicateSays() {
    assertTrue(Domain.of(g -> g == 3).has(3));
    assertTrue(Domain.ALL.has(7));
    assertEquals(2, new Counts(new int[] {1}, new int[][] {{1}, {0}}).options());
  }
}
