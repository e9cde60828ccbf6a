package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.saualnama.estimate.Adjustment;
import org.saualnama.estimate.Interval;

/** Comparisons of groups by what is published of them. */
final class DifferencesTest {
  private static ProtectedRow row(int effective, Integer... percents) {
    List<ProtectedShare> shares =
        Arrays.stream(percents)
            .map(
                percent ->
                    percent == null
                        ? ProtectedShare.untold(ShareStatus.BANDED)
                        : share(effective, percent))
            .toList();
    RowKey key = new RowKey("open", "item", List.of());
    return new ProtectedRow(key, 1, effective, effective, false, shares);
  }

  private static ProtectedShare share(int effective, int percent) {
    Interval interval =
        new PublicUncertainty(effective, 1.0 / effective, Optional.empty())
            .interval(percent / 100.0, 0.01);
    int low = (int) Math.round(100 * interval.lower()) * 10;
    int high = (int) Math.round(100 * interval.upper()) * 10;
    return new ProtectedShare(ShareStatus.TOLD, percent * 10, low, high);
  }

  @Test
  void aGroupIsAboveAnotherOnlyWhereTheDifferenceIsLarge() {
    Differences differences =
        new Differences(List.of(row(400, 60, 40), row(400, 40, 60), row(400, 57, 43)));
    assertEquals(List.of(1), differences.below(0, 0));
    assertEquals(List.of(), differences.below(1, 0));
    assertEquals(List.of(1), differences.below(2, 0));
    assertEquals(List.of(0, 2), differences.below(1, 1));
  }

  @Test
  void theMoreIsComparedTheLargerADifferenceHasToBe() {
    // z = 0.09 / sqrt(2 x (0.249 / 400 + 3.083 / 400^2)) = 2.51, so p = 0.012, of two options.
    ProtectedRow one = row(400, 53, 47);
    ProtectedRow other = row(400, 44, 56);
    assertEquals(List.of(1), new Differences(List.of(one, other)).below(0, 0));
    List<ProtectedRow> many = new ArrayList<>(List.of(one, other));
    IntStream.range(0, 5).forEach(i -> many.add(row(400, 48, 52)));
    assertEquals(List.of(), new Differences(many).below(0, 0));
  }

  @Test
  void whatIsNotToldIsNotCompared() {
    Differences differences = new Differences(List.of(row(900, null, 90), row(900, 60, 40)));
    assertEquals(List.of(), differences.below(1, 0));
    assertEquals(List.of(1), differences.below(0, 1));
  }

  @Test
  void whatIsFoundIsWhatHolmsCorrectionOfAllChancesLeaves() {
    Random random = new Random(7);
    for (int table = 0; table < 50; table++) {
      List<ProtectedRow> rows = new ArrayList<>();
      for (int row = 0; row < 8; row++) {
        int share = 30 + random.nextInt(25);
        boolean told = random.nextInt(8) > 0;
        rows.add(row(50 + 5 * random.nextInt(100), told ? share : null, 90 - share, 10));
      }
      Differences differences = new Differences(rows);
      Set<List<Integer>> found = new HashSet<>();
      for (int row = 0; row < rows.size(); row++) {
        for (int option = 0; option < 3; option++) {
          for (int lower : differences.below(row, option)) {
            found.add(List.of(option, row, lower));
          }
        }
      }
      assertEquals(byTheBook(rows), found);
    }
  }

  private static Set<List<Integer>> byTheBook(List<ProtectedRow> rows) {
    List<List<Integer>> pairs = new ArrayList<>();
    List<Double> chances = new ArrayList<>();
    for (int a = 0; a < rows.size(); a++) {
      for (int b = a + 1; b < rows.size(); b++) {
        for (int option = 0; option < 3; option++) {
          ProtectedShare one = rows.get(a).shares().get(option);
          ProtectedShare other = rows.get(b).shares().get(option);
          if (one.isTold() && other.isTold()) {
            boolean up = one.percent() > other.percent();
            pairs.add(List.of(option, up ? a : b, up ? b : a));
            chances.add(chance(rows.get(a), one, rows.get(b), other));
          }
        }
      }
    }
    double[] corrected =
        Adjustment.HOLM.of(chances.stream().mapToDouble(chance -> chance).toArray());
    Set<List<Integer>> found = new HashSet<>();
    for (int i = 0; i < corrected.length; i++) {
      if (corrected[i] <= 0.05) {
        found.add(pairs.get(i));
      }
    }
    return found;
  }

  private static double chance(
      ProtectedRow a, ProtectedShare one, ProtectedRow b, ProtectedShare other) {
    double z =
        Math.abs(one.percent() - other.percent())
            / 100
            / Math.sqrt(variance(a, one) + variance(b, other));
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }

  private static double variance(ProtectedRow row, ProtectedShare share) {
    double width = (share.high() - share.low() + Math.pow(10, -row.decimals())) / 100;
    double deviation = width / 2 / NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);
    return deviation * deviation;
  }
}
