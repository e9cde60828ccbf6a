package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody gives all answers of a group but one. What noise does not hide from whoever does so in
 * several groups is told in RATIONALE.md, and may not go further unseen.
 */
final class FloodedTest {
  private static final int TARGETS = 58;
  private static final int AGES = 4;

  @TempDir private Path folder;
  private final Random random = new Random(7);

  private static List<String> profile(int region, int turn) {
    return List.of(
        AttackedSurvey.region(region),
        turn == 0 ? "a2" : "a1",
        turn == 1 ? "male" : "female",
        turn == 2 ? "rural" : "urban");
  }

  @Test
  void severalGroupsAroundOnePersonTellMoreThanOne() throws IOException {
    try (PublicDoor door = new PublicDoor(folder, new AttackedSurvey(TARGETS))) {
      Attacker attacker = new Attacker(door);
      for (int region = 0; region < TARGETS; region++) {
        attacker.target(profile(region, -1), AttackedSurvey.answer(random));
        for (int i = 0; i < 75; i++) {
          attacker.own(profile(region, i % 5), random.nextInt(AttackedSurvey.OPTIONS.size()));
        }
      }
      attacker.read();
      attacker.guess("Flooded, four groups around each").assertHardlyOver(0.61);
      for (int region = 0; region < TARGETS; region++) {
        for (int i = 0; i < 15; i++) {
          attacker.own(profile(region, i % 5), random.nextInt(AttackedSurvey.OPTIONS.size()));
        }
      }
      attacker.read();
      attacker.guess("Flooded, and again with fifteen more answers each").assertHardlyOver(0.71);
    }
  }

  @Test
  void somebodyOfGreatWeightIsHiddenByNoiseAsGreat() throws IOException {
    // Each age of each region is a group: in few, chance alone would pass or fail this.
    int targets = TARGETS * AGES;
    int others = 800 * AGES;
    AttackedSurvey survey = new AttackedSurvey(TARGETS + 2).weighted(0.45);
    try (PublicDoor door = new PublicDoor(folder, survey)) {
      List<Integer> truth =
          IntStream.range(0, targets).mapToObj(t -> AttackedSurvey.answer(random)).toList();
      for (int target = 0; target < targets; target++) {
        for (int i = 0; i < 120; i++) {
          door.answer(ofAge(target, "urban"), i % 3);
        }
        door.answer(ofAge(target, "rural"), truth.get(target));
      }
      for (int i = 0; i < others; i++) {
        door.answer(ofAge(targets + i % AGES, "rural"), AttackedSurvey.answer(random));
      }
      door.release();
      double light = 0.55 * (121 * targets + others) / (120 * targets);
      double heavy = 0.45 * (121 * targets + others) / (targets + others);
      double all = 120 * light + heavy;
      Score score = new Score();
      for (PublicRow row : door.rows("q_role", List.of("region", "age"))) {
        int region = Integer.parseInt(row.domain().get(0).substring("region=r".length()));
        int age = Integer.parseInt(row.domain().get(1).substring("age=a".length())) - 1;
        if (region < TARGETS) {
          score.add(belief(row, light, heavy, all), truth.get(region * AGES + age));
        }
      }
      System.out.println("Somebody of seven times the others' weight: " + score);
      assertTrue(score.targets() >= 200, score::toString);
      score.assertHardlyOver(0.46);
      score.assertHardlySure();
    }
  }

  private static List<String> ofAge(int target, String settlement) {
    String region = AttackedSurvey.region(target / AGES);
    return List.of(region, "a" + (target % AGES + 1), "female", settlement);
  }

  private static double[] belief(PublicRow row, double light, double heavy, double all) {
    double[] belief = AttackedSurvey.PRIOR.clone();
    double sum = 0;
    for (int guess = 0; guess < belief.length; guess++) {
      for (int k = 0; k < 3; k++) {
        double expected = 40 * light + (k == guess ? heavy : 0);
        double away = row.shares().get(k) / 100 * all - expected;
        belief[guess] *= Math.exp(-away * away / (2 * 3.1 * heavy * heavy));
      }
      sum += belief[guess];
    }
    for (int guess = 0; guess < belief.length; guess++) {
      belief[guess] /= sum;
    }
    return belief;
  }
}
