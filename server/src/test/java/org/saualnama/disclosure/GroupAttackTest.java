package org.saualnama.disclosure;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks for a few people: who came since, or who is left of a whole. */
final class GroupAttackTest {
  private static final int REGIONS = 40;
  private static final List<String> AGES = List.of("a1", "a2", "a3", "a4");

  @TempDir private Path folder;
  private final Random random = new Random(3);

  private int answer() {
    return AttackedSurvey.answer(random);
  }

  private List<String> profile(int region, String age) {
    return List.of(
        AttackedSurvey.region(region),
        age,
        random.nextBoolean() ? "female" : "male",
        random.nextBoolean() ? "urban" : "rural");
  }

  private void others(Attacker attacker, int people, int region, String age) {
    for (int i = 0; i < people; i++) {
      attacker.other(profile(region, age), answer());
    }
  }

  @Test
  void twoToNineNewcomersAreNotToldByWhatChangesAroundThem() throws IOException {
    try (PublicDoor door = new PublicDoor(folder, new AttackedSurvey(REGIONS))) {
      Attacker attacker = new Attacker(door);
      for (int region = 0; region < REGIONS; region++) {
        for (String age : AGES) {
          others(attacker, 55 + random.nextInt(20), region, age);
        }
      }
      attacker.read();
      final List<PublicRow> before = door.rows("q_role", List.of("region", "age"));
      for (int region = 0; region < REGIONS; region++) {
        for (int i = 0; i < 2 + region % 8; i++) {
          attacker.target(profile(region, "a1"), answer());
        }
        for (String age : AGES.subList(1, 4)) {
          others(attacker, 10 + random.nextInt(5), region, age);
        }
      }
      attacker.read();
      Map<List<String>, PublicRow> after = new HashMap<>();
      door.rows("q_role", List.of("region", "age")).forEach(r -> after.put(r.domain(), r));
      int changed = 0;
      for (PublicRow row : before) {
        int asOf = after.get(row.domain()).asOf();
        changed += asOf == 2 ? 1 : 0;
        assertTrue(asOf == 1 || !row.domain().contains("age=a1"), row::toString);
      }
      // One of each region waits with the few, of whom it would be the rest; another of the young.
      assertTrue(changed >= REGIONS, "changed: " + changed);
      attacker.guess("Groups of 2 to 9 newcomers").assertHardlyBetterThan(0.33);
    }
  }

  @Test
  void whoIsLeftOfAWholeWithoutGroupsAndMembersOfOthersIsNotTold() throws IOException {
    try (PublicDoor door = new PublicDoor(folder, new AttackedSurvey(60))) {
      Attacker attacker = new Attacker(door);
      List<Integer> sizes = List.of(50, 70, 55, 55);
      for (int region = 0; region < 60; region++) {
        for (String age : AGES) {
          others(attacker, sizes.get(AGES.indexOf(age)), region, age);
        }
        attacker.target(profile(region, "a5"), answer());
      }
      attacker.read();
      assertEquals(
          Set.of("young", "a2", "a4"),
          Stream.of("age", "generation")
              .flatMap(by -> door.rows("q_role", List.of("region", by)).stream())
              .map(row -> row.domain().get(1).replaceFirst(".*=", ""))
              .collect(toSet()),
          "with the other half of the middle one person would be left of the region");
      attacker.guess("Groups and members").assertHardlyBetterThan(0.33);
    }
  }
}
