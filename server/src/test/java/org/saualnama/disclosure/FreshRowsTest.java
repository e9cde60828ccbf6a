package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.release.Profile;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;

/** Releases of the golden microdata, told one after the other. */
final class FreshRowsTest {
  @TempDir private static Path folder;
  private static GoldenTallies golden;
  private static List<GoldenTallies.Person> people;

  @BeforeAll
  static void read() {
    golden = new GoldenTallies(folder);
    people = golden.people.stream().map(FreshRowsTest::bySegments).toList();
  }

  /** With the segments of the survey instead of all variables. */
  private static GoldenTallies.Person bySegments(GoldenTallies.Person person) {
    List<String> segments = new ArrayList<>();
    for (String segment : golden.version.survey().segments()) {
      String code = person.profile().segments().get(GoldenTallies.VARIABLES.indexOf(segment));
      segments.add("65+".equals(code) ? "65plus" : code);
    }
    return new GoldenTallies.Person(
        new Profile(Collector.OPEN, segments), person.answers(), person.key(), person.weight());
  }

  private static List<RowVersion> release(
      int number, List<GoldenTallies.Person> some, List<RowVersion> told) {
    return new FreshRows(golden.version, number, GoldenTallies.noise(), Told.of(told))
        .of("open", golden.tallies(some), Optional.empty());
  }

  /** What anybody sees of rows, by key; the last of each. */
  private static Map<RowKey, String> seen(List<RowVersion> rows) {
    Map<RowKey, String> seen = new LinkedHashMap<>();
    rows.forEach(row -> seen.put(row.row().key(), seen(row.row())));
    return seen;
  }

  private static String seen(ProtectedRow row) {
    return row.asOf()
        + " "
        + row.base()
        + " "
        + row.effectiveSize()
        + row.shares().stream()
            .map(s -> s.status() + " " + s.percent() + " " + s.low() + " " + s.high())
            .collect(Collectors.joining(", ", " ", ""));
  }

  @Test
  void theSameRespondentsGiveTheSameRowsInAnyOrder() {
    List<GoldenTallies.Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(1));
    Map<RowKey, String> rows = seen(release(1, people, List.of()));
    assertTrue(rows.size() > 1_200, "rows: " + rows.size());
    assertEquals(rows, seen(release(1, shuffled, List.of())));
  }

  @Test
  void anotherSecretGivesOtherRows() {
    List<RowVersion> rows =
        new FreshRows(
                golden.version, 1, new Noise(new byte[] {1}, GoldenTallies.POLL), new ToldRows())
            .of("open", golden.tallies(people), Optional.empty());
    assertNotEquals(seen(rows), seen(release(1, people, List.of())));
  }

  @Test
  void aRowIsToldAnewOnlyWithTenNewcomers() {
    List<RowVersion> told = new ArrayList<>(release(1, people.subList(0, 2_000), List.of()));
    int release = 2;
    int anew = 0;
    for (int size : new int[] {2_009, 2_100, 2_110, 2_600, 3_400, 5_000}) {
      Map<RowKey, RowVersion> last = new HashMap<>();
      told.forEach(row -> last.put(row.row().key(), row));
      List<RowVersion> fresh = release(release++, people.subList(0, size), told);
      for (RowVersion row : fresh) {
        RowVersion before = last.get(row.row().key());
        if (before != null) {
          assertTrue(
              row.answerers().number() - before.answerers().number() >= 10,
              row.row().key()::toString);
          anew++;
        }
      }
      told.addAll(fresh);
    }
    assertTrue(anew > 1_000, "rows told anew: " + anew);
  }

  @Test
  void nineNewcomersChangeNothingAndTenMay() {
    List<RowVersion> told = release(1, people.subList(0, 2_000), List.of());
    Set<RowKey> known = seen(told).keySet();
    assertFalse(
        release(2, people.subList(0, 2_009), told).stream()
            .anyMatch(row -> known.contains(row.row().key())));
    assertTrue(
        release(2, people.subList(0, 2_020), told).stream()
            .map(row -> row.row().key())
            .anyMatch(key -> known.contains(key) && key.domain().isEmpty()));
  }

  @Test
  void neitherAnotherVersionNorOtherWeightsChangeARow() {
    List<RowVersion> told = release(1, people.subList(0, 2_000), List.of());
    Set<RowKey> known = seen(told).keySet();
    List<GoldenTallies.Person> nineMore = people.subList(0, 2_009);
    List<RowVersion> fresh =
        new FreshRows(
                new SurveyVersion(golden.version.survey(), 2),
                2,
                GoldenTallies.noise(),
                Told.of(told))
            .of("open", golden.tallies(nineMore), Optional.of(GoldenTallies.weights(nineMore)));
    assertFalse(fresh.stream().anyMatch(row -> known.contains(row.row().key())));
  }

  @Test
  void anotherAnswerChangesOnlyRowsThatHoldTheRespondent() {
    Random random = new Random(5);
    Map<RowKey, String> before = seen(release(1, people, List.of()));
    for (int i = 0; i < 5; i++) {
      int place = random.nextInt(people.size());
      GoldenTallies.Person person = people.get(place);
      Map<String, List<String>> answers = new HashMap<>(person.answers().choices());
      if (answers.get("q_role") == null) {
        continue;
      }
      answers.put("q_role", List.of(answers.get("q_role").contains("both") ? "neither" : "both"));
      List<GoldenTallies.Person> flipped = new ArrayList<>(people);
      flipped.set(
          place,
          new GoldenTallies.Person(
              person.profile(), new Answers(answers, Map.of()), person.key(), person.weight()));
      Map<RowKey, String> after = seen(release(1, flipped, List.of()));
      assertEquals(before.keySet(), after.keySet());
      Set<String> own = new HashSet<>();
      List<String> segments = golden.version.survey().segments();
      for (int s = 0; s < segments.size(); s++) {
        own.add(segments.get(s) + "=" + person.profile().segments().get(s));
      }
      before.forEach(
          (key, row) -> {
            if (!key.item().equals("q_role") || !own.containsAll(key.domain())) {
              assertEquals(row, after.get(key), key::toString);
            }
          });
    }
  }

  @Test
  void weightedRowsAreMarkedAndDifferFromUnweightedOnes() {
    List<RowVersion> weighted =
        new FreshRows(golden.version, 1, GoldenTallies.noise(), new ToldRows())
            .of("open", golden.tallies(people), Optional.of(GoldenTallies.weights(people)));
    assertTrue(weighted.stream().allMatch(row -> row.row().weighted()));
    RowVersion total =
        weighted.stream()
            .filter(row -> row.row().key().equals(new RowKey("open", "q_role", List.of())))
            .findFirst()
            .orElseThrow();
    // designs.json has 0.3187 for "both"; at most five and a half of the heaviest are added.
    double heaviest = people.stream().mapToDouble(GoldenTallies.Person::weight).max().orElseThrow();
    assertEquals(
        31.9, total.row().shares().get(2).percent(), 550 * heaviest / people.size() + 0.05);
    assertTrue(total.row().effectiveSize() < total.row().base());
  }
}
