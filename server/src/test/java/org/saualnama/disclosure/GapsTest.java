package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is taken back where published groups differ by a few people: three places of two kinds, and
 * two shifts.
 */
final class GapsTest {
  private static final int NOW = 9;

  private final List<Axis> axes =
      List.of(
          axis("place", 0, Map.of("a", Set.of("a"), "b", Set.of("b"), "c", Set.of("c"))),
          axis("shift", 1, Map.of("day", Set.of("day"), "night", Set.of("night"))),
          axis("kind", 0, Map.of("town", Set.of("a", "b"), "village", Set.of("c"))));
  private final Map<Domain, ToldVersions> told = new LinkedHashMap<>();
  private final Map<Domain, RowVersion> fresh = new LinkedHashMap<>();

  private static Axis axis(String code, int segment, Map<String, Set<String>> codesOf) {
    return new Axis(code, segment, new TreeMap<>(codesOf));
  }

  private Domain domain(String... names) {
    List<Category> categories = new ArrayList<>();
    for (Axis axis : axes) {
      axis.categories().stream()
          .filter(category -> Arrays.asList(names).contains(category.name()))
          .forEach(categories::add);
    }
    return new Domain(categories);
  }

  /** People are numbers, so a group of them has a key of its own. */
  private static RowVersion version(int asOf, int answered, long keys) {
    ProtectedRow row =
        new ProtectedRow(
            new RowKey("open", "item", List.of()), asOf, answered, answered, false, List.of());
    return new RowVersion(row, new Answerers(answered, keys));
  }

  private GapsTest fresh(int answered, long keys, String... names) {
    fresh.put(domain(names), version(NOW, answered, keys));
    return this;
  }

  private GapsTest told(int asOf, int answered, long keys, String... names) {
    told.computeIfAbsent(domain(names), d -> new ToldVersions())
        .add(asOf, new Answerers(answered, keys));
    return this;
  }

  private void takesBack(Domain... expected) {
    ItemRows rows = new ItemRows(told);
    fresh.forEach(rows::add);
    Gaps.close(rows, new WiderDomains(axes));
    Set<Domain> taken = new HashSet<>(fresh.keySet());
    taken.removeAll(rows.fresh().keySet());
    assertEquals(Set.of(expected), taken);
  }

  @Test
  void aPartThatLacksOneToNineOfTheWholeGoes() {
    fresh(100, 1, "").fresh(91, 2, "place=a").takesBack(domain("place=a"));
    fresh.clear();
    fresh(100, 1, "").fresh(99, 2, "place=a").takesBack(domain("place=a"));
  }

  @Test
  void aPartThatLacksTenOrNobodyStays() {
    fresh(100, 1, "").fresh(90, 2, "place=a").takesBack();
    fresh(100, 1, "").fresh(100, 1, "place=a").takesBack();
  }

  @Test
  void aPairIsHeldToEachOfItsSingleGroups() {
    fresh(200, 1, "")
        .fresh(100, 2, "place=a")
        .fresh(150, 3, "shift=day")
        .fresh(95, 4, "place=a", "shift=day")
        .takesBack(domain("place=a", "shift=day"));
  }

  @Test
  void aCategoryOfTheSegmentIsHeldToTheGroupingThatHoldsIt() {
    fresh(300, 1, "")
        .fresh(100, 2, "kind=town")
        .fresh(95, 3, "place=a")
        .takesBack(domain("place=a"));
    fresh.clear();
    fresh(300, 1, "")
        .fresh(100, 2, "kind=town", "shift=day")
        .fresh(95, 3, "place=a", "shift=day")
        .takesBack(domain("place=a", "shift=day"));
  }

  @Test
  void ofPublishedPartsThatLeaveAFewTheSmallestGoes() {
    fresh(200, 100, "")
        .fresh(80, 1, "place=a")
        .fresh(70, 2, "place=b")
        .fresh(45, 3, "place=c")
        .takesBack(domain("place=c"));
  }

  @Test
  void partsOfAGroupingAreHeldToItAndOfTwoAxesToTheWhole() {
    fresh(400, 100, "")
        .fresh(158, 50, "kind=town")
        .fresh(80, 1, "place=a")
        .fresh(70, 2, "place=b")
        .takesBack(domain("place=b"));
    fresh.clear();
    fresh(200, 100, "")
        .fresh(100, 1, "place=a", "shift=day")
        .fresh(95, 2, "place=b", "shift=night")
        .takesBack(domain("place=b", "shift=night"));
  }

  @Test
  void aGroupThatWasToldIsNotUntoldSoItIsTheFreshOneThatWaits() {
    told(1, 95, 7, "place=a").fresh(100, 1, "").takesBack(domain(""));
  }

  @Test
  void aCarriedWholeBesideFreshPartsCountsInEitherDirection() {
    // The parts hold five newcomers that the whole, told before, does not.
    told(5, 150, 100, "")
        .told(3, 70, 1, "place=a")
        .told(5, 70, 2, "place=b")
        .fresh(85, 3, "place=a")
        .takesBack(domain("place=a"));
  }

  @Test
  void equalNumbersOfDifferentPeopleDifferByAFewToo() {
    told(5, 100, 100, "").fresh(100, 101, "place=a").takesBack(domain("place=a"));
  }

  @Test
  void aVersionOlderThanTheLastOfTheRowLacksTenAnyway() {
    told(1, 100, 1, "")
        .told(5, 300, 2, "")
        .told(2, 85, 3, "place=a")
        .fresh(98, 4, "place=a")
        .takesBack();
  }

  @Test
  void nothingLeftDiffersByAFewWhateverTheCounts() {
    for (int seed = 0; seed < 300; seed++) {
      told.clear();
      fresh.clear();
      fillAtRandom(new Random(seed));
      ItemRows rows = new ItemRows(told);
      fresh.forEach(rows::add);
      WiderDomains wider = new WiderDomains(axes);
      Gaps.close(rows, wider);
      assertTrue(isClosed(rows, wider), "seed " + seed);
    }
  }

  private void fillAtRandom(Random random) {
    int[][] cells = new int[3][2];
    for (int[] row : cells) {
      Arrays.setAll(row, i -> random.nextInt(4) == 0 ? random.nextInt(9) : 10 + random.nextInt(60));
    }
    String[] places = {"a", "b", "c"};
    String[] shifts = {"day", "night"};
    Map<Domain, int[]> sums = new HashMap<>();
    for (int p = 0; p < 3; p++) {
      for (int s = 0; s < 2; s++) {
        for (String place :
            List.of("", "place=" + places[p], p < 2 ? "kind=town" : "kind=village")) {
          for (String shift : List.of("", "shift=" + shifts[s])) {
            int[] sum = sums.computeIfAbsent(domain(place, shift), d -> new int[2]);
            sum[0] += cells[p][s];
            sum[1] += cells[p][s] * (1 << (4 * (2 * p + s))); // the same people, the same key
          }
        }
      }
    }
    sums.forEach(
        (domain, sum) -> {
          if (sum[0] >= 10) {
            fresh.put(domain, version(NOW, sum[0], sum[1]));
          }
        });
  }

  private static boolean isClosed(ItemRows rows, WiderDomains wider) {
    Map<List<Object>, List<RowVersion>> parts = new HashMap<>();
    for (Map.Entry<Domain, RowVersion> row : rows.fresh().entrySet()) {
      for (Domain holder : wider.of(row.getKey())) {
        if (rows.fresh().containsKey(holder)) {
          RowVersion whole = rows.fresh().get(holder);
          if (row.getValue().answerers().differByFewFrom(whole.answerers())) {
            return false;
          }
          parts
              .computeIfAbsent(List.of(holder, row.getKey().axes()), k -> new ArrayList<>())
              .add(row.getValue());
        }
      }
    }
    return parts.entrySet().stream()
        .noneMatch(
            entry -> {
              RowVersion whole = rows.fresh().get((Domain) entry.getKey().get(0));
              return whole
                  .answerers()
                  .differByFewFrom(
                      new Answerers(
                          answerers(entry.getValue()).mapToInt(Answerers::number).sum(),
                          answerers(entry.getValue()).mapToLong(Answerers::keySum).sum()));
            });
  }

  private static Stream<Answerers> answerers(List<RowVersion> rows) {
    return rows.stream().map(RowVersion::answerers);
  }
}
