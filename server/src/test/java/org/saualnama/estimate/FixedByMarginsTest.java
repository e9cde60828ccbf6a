package org.saualnama.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.weighting.MarginShares;
import org.saualnama.weighting.Raking;
import org.saualnama.weighting.Sample;
import org.saualnama.weighting.TargetTotals;

/** What a margin says of the population has no error, and its rounding is no finding. */
final class FixedByMarginsTest {
  private static final double[] SHARES = {0.2, 0.3, 0.5};
  private static final double[] HALVES = {0.37, 0.63};

  /** Place by age: six profiles, the place being {@code g % 3} and the age {@code g / 3}. */
  private static Design design(int... counts) {
    Sample sample = Sample.of(counts);
    MarginShares place =
        new MarginShares("place", List.of("a", "b", "c"), SHARES, new int[] {0, 1, 2, 0, 1, 2});
    MarginShares age =
        new MarginShares("age", List.of("y", "o"), HALVES, new int[] {0, 0, 0, 1, 1, 1});
    List<TargetTotals> margins =
        List.of(TargetTotals.of(sample, place), TargetTotals.of(sample, age));
    return Design.calibrated(sample, Raking.weigh(sample, margins), margins);
  }

  /** The place of each profile as an answer that all give. */
  private static Counts places(Design design) {
    int[] answered = new int[6];
    int[][] chosen = new int[3][6];
    for (int g = 0; g < 6; g++) {
      answered[g] = design.sample().count(g);
      chosen[g % 3][g] = answered[g];
    }
    return new Counts(answered, chosen);
  }

  private static Shares shares(Design design) {
    return Shares.of(design, places(design), Domain.ALL).orElseThrow();
  }

  @Test
  void suchAShareHasNoVariance() {
    Shares shares = shares(design(13, 22, 31, 17, 9, 41));
    for (int place = 0; place < 3; place++) {
      Share share = shares.of(place);
      assertEquals(SHARES[place], share.share(), 1e-9);
      assertEquals(0, share.variance());
      assertEquals(share.kish(), share.effectiveSize());
      for (IntervalMethod method : IntervalMethod.values()) {
        assertTrue(method.of(share).isPresent(), method::code);
      }
    }
  }

  @Test
  void itDoesNotChangeFromOneReleaseToTheNext() {
    Shares earlier = shares(design(13, 22, 31, 17, 9, 41));
    Shares later = shares(design(33, 29, 32, 27, 30, 61));
    for (int place = 0; place < 3; place++) {
      assertEquals(1, Difference.sinceRelease(earlier, later, place).pValue());
    }
  }

  @Test
  void nothingIsTestedThatMarginsFixTogether() {
    Sample sample = Sample.of(13, 22, 31, 17);
    MarginShares cells =
        new MarginShares(
            "both",
            List.of("ay", "by", "ao", "bo"),
            new double[] {0.1, 0.2, 0.3, 0.4},
            new int[] {0, 1, 2, 3});
    List<TargetTotals> margins = List.of(TargetTotals.of(sample, cells));
    Design design = Design.calibrated(sample, Raking.weigh(sample, margins), margins);
    Counts counts =
        new Counts(new int[] {13, 22, 31, 17}, new int[][] {{13, 0, 31, 0}, {0, 22, 0, 17}});
    JointCounts joint = JointCounts.of(counts, 2, new int[] {0, 0, 1, 1});
    assertTrue(Independence.test(design, joint).isEmpty());
  }
}
