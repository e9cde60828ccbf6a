package org.saualnama.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes down all figures of all releases as equations, and solves them. */
final class LinearAttackTest {
  private static final int REGIONS = 4;

  @TempDir private Path folder;
  private final Random random = new Random(7);

  private static List<List<String>> profiles(int regions) {
    List<List<String>> all = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      for (String age : List.of("a1", "a2", "a3", "a5")) {
        for (String gender : List.of("female", "male")) {
          for (String settlement : List.of("urban", "rural")) {
            all.add(List.of(AttackedSurvey.region(r), age, gender, settlement));
          }
        }
      }
    }
    return all;
  }

  @Test
  void whoComesAloneAmongHonestPeopleIsNotFound() throws IOException {
    try (PublicDoor door = new PublicDoor(folder, new AttackedSurvey(REGIONS))) {
      Attacker attacker = new Attacker(door);
      for (int release = 1; release <= 6; release++) {
        List<List<String>> profiles = profiles(REGIONS);
        Collections.shuffle(profiles, random);
        int lonely = release == 1 ? 0 : 16;
        for (List<String> profile : profiles.subList(0, lonely)) {
          attacker.target(profile, AttackedSurvey.answer(random));
        }
        for (List<String> profile : profiles.subList(lonely, profiles.size())) {
          for (int i = random.nextInt(release == 1 ? 30 : 12); i >= 0; i--) {
            attacker.other(profile, AttackedSurvey.answer(random));
          }
        }
        attacker.read();
      }
      attacker.guess("Linear system, honest crowd").assertHardlyBetterThan(0.33);
    }
  }
}
