package org.saualnama.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.weighting.ClashingMargins.Miss;

/** What can be checked by hand. */
final class SmallWeightsTest {
  private static TargetTotals margin(Sample sample, double[] shares, int... of) {
    List<String> names = List.of("a", "b", "c").subList(0, shares.length);
    return TargetTotals.of(sample, new MarginShares("m", names, shares, of));
  }

  @Test
  void aSampleKnowsItsTotals() {
    Sample sample = new Sample(new int[] {3, 2}, new double[] {1, 2.5});
    assertEquals(2, sample.profiles());
    assertEquals(5, sample.respondents());
    assertEquals(8, sample.total());
    assertEquals(13, sample.total(new double[] {1, 5}));
    assertThrows(IllegalArgumentException.class, () -> new Sample(new int[2], new double[] {1}));
  }

  @Test
  void aMarginHasAShareForEachCategory() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MarginShares("m", List.of("a"), new double[] {0.5, 0.5}, new int[] {0}));
  }

  @Test
  void equalWeightsCostNothingAndUnequalOnesDo() {
    assertEquals(5, Kish.effectiveSize(new double[] {2, 2}, new int[] {3, 2}), 1e-12);
    // (3 + 2 * 3)^2 / (3 + 2 * 9)
    assertEquals(81 / 21.0, Kish.effectiveSize(new double[] {1, 3}, new int[] {3, 2}), 1e-12);
    assertEquals(0, Kish.effectiveSize(new double[] {1}, new int[] {0}));
  }

  @Test
  void rakingByOneMarginIsPoststratification() {
    Sample sample = new Sample(new int[] {10, 30, 5}, new double[] {1, 1, 2});
    double[] weights =
        Raking.weigh(sample, List.of(margin(sample, new double[] {0.5, 0.5}, 0, 1, 0)));
    // 25 of each; who counts twice before does so after.
    assertArrayEquals(new double[] {1.25, 25 / 30.0, 2.5}, weights, 1e-12);
  }

  @Test
  void whatIsCutOffIsSharedOutAmongThoseInside() {
    Sample sample = Sample.of(1, 1, 2);
    // 4 becomes 2, and its 2 go to the three others: 2/3 each.
    assertArrayEquals(
        new double[] {2, 2 / 3.0, 2 / 3.0},
        Trimming.trim(sample, new double[] {4, 0, 0}, -1, 2),
        1e-12);
    assertArrayEquals(
        new double[] {1.2, 0.8, 1}, Trimming.trim(sample, new double[] {6, 4, 5}, 0.5, 2), 1e-12);
  }

  @Test
  void boundsThatLeaveNoRoomAreRefused() {
    Sample sample = Sample.of(1, 9);
    assertThrows(
        IllegalArgumentException.class, () -> Trimming.trim(sample, new double[] {1, 1}, 0.5, 1));
    assertEquals(1, Trimming.trim(sample, new double[] {1, 1}, 0.99, 1.01)[0], 1e-12);
  }

  @Test
  void aProfileOfNobodyNeedsNoRoom() {
    Sample sample = Sample.of(10, 0);
    assertEquals(1, Trimming.trim(sample, new double[] {1, 9}, 0.5, 2)[0], 1e-12);
  }

  @Test
  void calibrationOfOneMarginIsThatShareInsideItsBounds() {
    Sample sample = Sample.of(80, 20);
    TargetTotals half = margin(sample, new double[] {0.5, 0.5}, 0, 1);
    double[] weights = BoundedCalibration.weigh(sample, List.of(half), 0, 3);
    assertArrayEquals(new double[] {0.625, 2.5}, weights, 1e-9);
    ClashingMargins clash =
        assertThrows(
            ClashingMargins.class, () -> BoundedCalibration.weigh(sample, List.of(half), 0.2, 2));
    assertEquals("m", clash.misses().get(0).margin());
  }

  @Test
  void factorsOfCrossedMarginsAddUpOnTheirLogitScale() {
    Sample sample = new Sample(new int[] {30, 20, 10, 40}, new double[] {1, 1, 1, 2});
    List<TargetTotals> margins =
        List.of(
            margin(sample, new double[] {0.6, 0.4}, 0, 0, 1, 1),
            margin(sample, new double[] {0.3, 0.7}, 0, 1, 0, 1));
    double[] weights = BoundedCalibration.weigh(sample, margins, 0.3, 4);
    double[] scale = new double[4];
    for (int g = 0; g < 4; g++) {
      double factor = weights[g] / sample.base(g);
      scale[g] = Math.log((factor - 0.3) / (4 - factor));
    }
    assertEquals(0, scale[0] - scale[1] - scale[2] + scale[3], 1e-8);
    for (TargetTotals margin : margins) {
      assertArrayEquals(margin.totals(), margin.reached(sample, weights), 1e-8);
    }
  }

  @Test
  void whoLeftAMarginOpenCountsAsBefore() {
    Sample sample = new Sample(new int[] {5, 3, 2}, new double[] {1, 1, 2});
    TargetTotals margin = margin(sample, new double[] {0.5, 0.5}, 0, 1, -1);
    assertArrayEquals(new double[] {4, 4, 4}, margin.totals(), 1e-12);
    assertArrayEquals(new double[] {0.8, 4 / 3.0, 2}, Raking.weigh(sample, List.of(margin)), 1e-12);
  }

  @Test
  void aColumnThatSaysNothingNewIsLeftOut() {
    SymmetricSystem system = new SymmetricSystem(new double[][] {{4, 2, 4}, {2, 5, 2}, {4, 2, 4}});
    assertArrayEquals(new double[] {1, 2, 0}, system.solve(new double[] {8, 12, 8}), 1e-12);
  }

  @Test
  void aSystemIsSolved() {
    SymmetricSystem system = new SymmetricSystem(new double[][] {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}});
    assertArrayEquals(new double[] {1, -2, 3}, system.solve(new double[] {3, 1, 13}), 1e-12);
  }

  @Test
  void theFirstCategoryThatSomebodyHasIsWhatOthersAreComparedWith() {
    Sample sample = Sample.of(5, 3, 2);
    TargetTotals margin = margin(sample, new double[] {0.2, 0.4, 0.4}, 1, 2, -1);
    Dummies dummies = Dummies.of(sample, List.of(margin));
    // The intercept, c, and the missing; nobody is in a.
    assertEquals(3, dummies.columns());
    assertArrayEquals(new double[] {10, 4, 2}, dummies.totals(), 1e-12);
    assertArrayEquals(new double[] {1, 11, 101}, dummies.times(new double[] {1, 10, 100}));
    assertArrayEquals(new double[] {6, 2, 3}, dummies.sum(new double[] {1, 2, 3}));
    assertArrayEquals(
        new double[][] {{6, 2, 3}, {2, 2, 0}, {3, 0, 3}}, dummies.products(new double[] {1, 2, 3}));
    assertArrayEquals(new double[0], Dummies.none(sample).sum(new double[] {1, 2, 3}));
    assertArrayEquals(new double[3], Dummies.none(sample).times(new double[0]));
  }

  @Test
  void uncoveredAreThoseThatThePopulationHasAndNobodyHere() {
    Sample sample = Sample.of(6, 4);
    TargetTotals totals = margin(sample, new double[] {3, 0, 1}, 0, 0);
    assertEquals(List.of("c"), totals.uncovered());
    assertEquals(0.25, totals.uncoveredShare(), 1e-12);
    assertEquals("m", totals.name());
    assertArrayEquals(new double[] {10, 0, 0, 0}, totals.totals(), 1e-12);
    assertEquals("c", totals.level(2));
    assertEquals(TargetTotals.MISSING, totals.level(3));
    WeightingReport report = WeightingReport.of(sample, List.of(totals), new double[] {1, 1});
    assertEquals(
        List.of(new WeightingReport.Uncovered("m", List.of("c"), 0.25)), report.uncovered());
    assertEquals(1, report.margins().size());
  }

  @Test
  void theMiddleWeightIsThatOfTheMiddlePerson() {
    Sample sample = Sample.of(3, 0, 2, 1);
    WeightingReport report = WeightingReport.of(sample, List.of(), new double[] {3, 100, 1, 1});
    // Sorted: 1 1 1 3 3 3, of the mean 2; the third of six is the middle.
    assertEquals(0.5, report.median(), 1e-12);
    assertEquals(0.5, report.least(), 1e-12);
    assertEquals(1.5, report.greatest(), 1e-12);
    assertEquals(6, report.respondents());
    assertEquals(144 / 30.0, report.effectiveSize(), 1e-12);
    assertEquals(6 / (144 / 30.0), report.designEffect(), 1e-12);
    assertEquals(
        new WeightingReport(List.of(), List.of(), 0, 0, 0, 0, 0, 0),
        WeightingReport.of(Sample.of(), List.of(), new double[0]));
  }

  @Test
  void missesStandFurthestFirstAndWithoutFiguresWhereThoseMayNotBeSeen() {
    Sample sample = Sample.of(54, 22, 24);
    TargetTotals margin = margin(sample, new double[] {0.5, 0.3, 0.2}, 0, 1, 2);
    List<Miss> misses = Misses.of(sample, List.of(margin), new double[] {1, 1, 1}, 1e-9);
    assertEquals(List.of("b", "c", "a"), misses.stream().map(Miss::level).toList());
    assertEquals(0.2, misses.get(1).off(), 1e-12);
    assertEquals(List.of(), Misses.of(sample, List.of(margin), new double[] {1, 1, 1}, 0.0800001));
    ClashingMargins clash = new ClashingMargins(misses, "merge");
    assertEquals(
        "the margins can't be met together: m b reaches 22 of 30, m c reaches 24 of 20,"
            + " m a reaches 54 of 50; merge",
        clash.getMessage());
    assertEquals("the margins can't be met together: m b, m c, m a; merge", clash.withoutFigures());
    assertEquals(misses, clash.misses());
    ClashingMargins nobody = ClashingMargins.ofNobody("m");
    assertTrue(nobody.getMessage().contains("'m'"), nobody.getMessage());
    assertEquals(nobody.getMessage(), nobody.withoutFigures());
  }
}
