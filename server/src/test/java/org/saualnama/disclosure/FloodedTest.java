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
      Score score = attacker.guess("Flooded, four groups around each");
      assertTrue(score.success() <= 0.75, score::toString);
      for (int region = 0; region < TARGETS; region++) {
        for (int i = 0; i < 15; i++) {
          attacker.own(profile(region, i % 5), random.nextInt(AttackedSurvey.OPTIONS.size()));
        }
      }
      attacker.read();
      Score again = attacker.guess("Flooded, and again with fifteen more answers each");
      assertTrue(again.success() <= 0.97, again::toString);
    }
  }

  @Test
  void somebodyOfGreatWeightIsHiddenByNoiseAsGreat() throws IOException {
    AttackedSurvey survey = new AttackedSurvey(TARGETS + 2).weighted(0.45);
    try (PublicDoor door = new PublicDoor(folder, survey)) {
      List<Integer> truth =
          IntStream.range(0, TARGETS).mapToObj(r -> AttackedSurvey.answer(random)).toList();
      for (int region = 0; region < TARGETS; region++) {
        for (int i = 0; i < 120; i++) {
          door.answer(profile(region, -1), i % 3);
        }
        door.answer(profile(region, 2), truth.get(region));
      }
      for (int i = 0; i < 800; i++) {
        door.answer(profile(TARGETS, 2), AttackedSurvey.answer(random));
      }
      door.release();
      double light = 0.55 * (121 * TARGETS + 800) / (120 * TARGETS);
      double heavy = 0.45 * (121 * TARGETS + 800) / (TARGETS + 800);
      double all = 120 * light + heavy;
      Score score = new Score();
      for (PublicRow row : door.rows("q_role", List.of("region"))) {
        int region = Integer.parseInt(row.domain().get(0).substring("region=r".length()));
        if (region < TARGETS) {
          score.add(belief(row, light, heavy, all), truth.get(region));
        }
      }
      System.out.println("Somebody of seven times the others' weight: " + score);
      assertTrue(score.targets() >= 50, score::toString);
      score.assertHardlyBetterThan(0.33);
    }
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
