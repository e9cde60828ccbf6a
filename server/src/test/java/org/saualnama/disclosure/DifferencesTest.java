package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
}
