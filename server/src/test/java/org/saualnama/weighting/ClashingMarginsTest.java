package org.saualnama.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can't be weighted says so, and says what to do. */
final class ClashingMarginsTest {
  // Women of the town, men of the village, and nobody else.
  private final Sample sample = Sample.of(60, 40);
  private final MarginShares gender = margin("gender", 0.5, 0.5, 0, 1);
  private final MarginShares settlement = margin("settlement", 0.8, 0.2, 0, 1);

  private static MarginShares margin(String name, double first, double second, int... of) {
    return new MarginShares(name, List.of("a", "b"), new double[] {first, second}, of);
  }

  private List<TargetTotals> both() {
    return List.of(TargetTotals.of(sample, gender), TargetTotals.of(sample, settlement));
  }

  @Test
  void rakingNamesTheMarginThatIsMissed() {
    ClashingMargins clash = assertThrows(ClashingMargins.class, () -> Raking.weigh(sample, both()));
    assertEquals("gender", clash.misses().get(0).margin());
    assertTrue(clash.getMessage().contains("gender b reaches 20 of 50"), clash.getMessage());
    assertTrue(clash.getMessage().contains("merge"), clash.getMessage());
  }

  @Test
  void calibrationNamesItTooAndOffersWiderBounds() {
    ClashingMargins clash =
        assertThrows(ClashingMargins.class, () -> BoundedCalibration.weigh(sample, both(), 0.2, 5));
    assertTrue(clash.getMessage().contains("widen the bounds"), clash.getMessage());
  }

  @Test
  void boundsTooNarrowForTheMarginsAreAClash() {
    List<TargetTotals> one = List.of(TargetTotals.of(sample, margin("gender", 0.05, 0.95, 0, 1)));
    assertThrows(ClashingMargins.class, () -> BoundedCalibration.weigh(sample, one, 0.5, 2));
    double[] wide = BoundedCalibration.weigh(sample, one, 0.01, 5);
    assertEquals(5, 60 * wide[0], 1e-8);
    assertEquals(95, 40 * wide[1], 1e-8);
  }

  @Test
  void marginsThatSayTheSameTwiceDontClash() {
    List<TargetTotals> twice =
        List.of(TargetTotals.of(sample, gender), TargetTotals.of(sample, gender));
    double[] weights = BoundedCalibration.weigh(sample, twice, 0.2, 5);
    assertEquals(50, 60 * weights[0], 1e-9);
    assertEquals(50, 40 * weights[1], 1e-9);
  }

  @Test
  void aCategoryWithoutRespondentsLeavesItsShareToTheOthers() {
    MarginShares region =
        new MarginShares(
            "region", List.of("a", "b", "c"), new double[] {0.4, 0.4, 0.2}, new int[] {0, 1});
    TargetTotals totals = TargetTotals.of(sample, region);
    assertEquals(List.of("c"), totals.uncovered());
    assertEquals(0.2, totals.uncoveredShare(), 1e-12);
    assertEquals(50, totals.totals()[0], 1e-9);
  }

  @Test
  void whoDidNotAnswerKeepsTheirShare() {
    Sample three = Sample.of(60, 30, 10);
    TargetTotals totals =
        TargetTotals.of(
            three,
            new MarginShares(
                "gender",
                List.of("a", "b"),
                new double[] {0.5, 0.5},
                new int[] {0, 1, MarginShares.MISSING}));
    assertEquals(45, totals.totals()[1], 1e-9);
    assertEquals(10, totals.totals()[2], 1e-9);
    assertEquals(TargetTotals.MISSING, totals.level(2));
  }

  @Test
  void aMarginThatNobodyAnsweredIsRefused() {
    assertThrows(
        ClashingMargins.class, () -> TargetTotals.of(sample, margin("gender", 0.5, 0.5, -1, -1)));
  }

  @Test
  void aShareOfNoneForACategoryThatSomebodyHasIsAClash() {
    assertThrows(
        ClashingMargins.class,
        () ->
            BoundedCalibration.weigh(
                sample, List.of(TargetTotals.of(sample, margin("gender", 1, 0, 0, 1))), 0.2, 5));
  }

  @Test
  void boundsMustEncloseOne() {
    List<TargetTotals> one = List.of(TargetTotals.of(sample, gender));
    for (double[] bounds : new double[][] {{1, 5}, {-0.1, 5}, {0.2, 1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> BoundedCalibration.weigh(sample, one, bounds[0], bounds[1]));
    }
    assertThrows(IllegalArgumentException.class, () -> Trimming.trim(sample, sample.bases(), 1, 5));
  }

  @Test
  void theReportSaysWhatWasWantedAndReached() {
    List<TargetTotals> margins = List.of(TargetTotals.of(sample, gender));
    double[] weights = Raking.weigh(sample, margins);
    WeightingReport report = WeightingReport.of(sample, margins, weights);
    assertEquals(new WeightingReport.Level("gender", "a", 60, 50, 50), report.margins().get(0));
    assertEquals(50 / 60.0, report.least(), 1e-12);
    assertEquals(50 / 60.0, report.median(), 1e-12);
    assertEquals(50 / 40.0, report.greatest(), 1e-12);
    assertEquals(96, report.effectiveSize(), 1e-9);
    assertEquals(100 / 96.0, report.designEffect(), 1e-9);
    assertEquals(List.of(), report.uncovered());
  }
}
