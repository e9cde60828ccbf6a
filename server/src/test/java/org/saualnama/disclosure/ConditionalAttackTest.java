package org.saualnama.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is asked a question has given a certain answer before. Somebody surrounds one person in each
 * region with answers of their own and reads the questions that follow.
 */
final class ConditionalAttackTest {
  private static final int TARGETS = 58;
  private static final int ASKED = 62;
  private static final double CHOSEN = AttackedSurvey.PRIOR[2];

  @TempDir private Path folder;
  private final Random random = new Random(11);
  private final List<Integer> asked = new ArrayList<>();

  private void surround(PublicDoor door, String settlement) {
    for (int r = 0; r < TARGETS; r++) {
      for (int i = 0; i < 2 * ASKED; i++) {
        door.answer(List.of(AttackedSurvey.region(r), "a1", "female", "urban"), i % 2 + 1);
      }
      int answer = AttackedSurvey.answer(random);
      asked.add(answer == 2 ? 1 : 0);
      door.answer(List.of(AttackedSurvey.region(r), "a1", "female", settlement), answer);
    }
  }

  private static Map<String, PublicRow> byRegion(PublicDoor door, String question) {
    return door.rows(question, List.of("region")).stream()
        .collect(Collectors.toMap(row -> row.domain().get(0), row -> row));
  }

  private Score guess(int region, Score score, IntToDoubleFunction likelihood) {
    double no = (1 - CHOSEN) * likelihood.applyAsDouble(0);
    double yes = CHOSEN * likelihood.applyAsDouble(1);
    score.add(new double[] {no / (no + yes), yes / (no + yes)}, asked.get(region));
    return score;
  }

  /** How likely so many are told as this base; 0.5 if the row is withheld. */
  private static double likelihood(PublicRow row, int people) {
    if (row == null) {
      return 0.5;
    }
    double sum = 1e-6;
    for (int u16 = 0; u16 < 1 << 16; u16 += 16) {
      int size = people + PerturbationTable.shipped().noise(people, u16);
      sum += DisclosureControl.rounded(size) == row.base() ? 1.0 / 4096 : 0;
    }
    return sum;
  }

  private static String bases(Map<String, PublicRow> rows) {
    Map<String, Integer> bases = new TreeMap<>();
    rows.forEach((region, row) -> bases.put(region, row.base()));
    return bases.toString();
  }

  @Test
  void basesOfManyQuestionsThatFollowOneAnswerDoNotCountIt() throws IOException {
    try (PublicDoor door = new PublicDoor(folder, new AttackedSurvey(TARGETS))) {
      surround(door, "urban");
      door.release();
      double[][] told = new double[TARGETS][2];
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < AttackedSurvey.FOLLOW_UPS; i++) {
        Map<String, PublicRow> rows = byRegion(door, "why" + i);
        if (!seen.add(bases(rows))) {
          continue; // The same noise again is no second look.
        }
        for (int r = 0; r < TARGETS; r++) {
          for (int more = 0; more < 2; more++) {
            PublicRow row = rows.get("region=" + AttackedSurvey.region(r));
            told[r][more] += Math.log(likelihood(row, ASKED + more));
          }
        }
      }
      Score score = new Score();
      for (int r = 0; r < TARGETS; r++) {
        double[] evidence = told[r];
        guess(r, score, more -> Math.exp(evidence[more] - evidence[0]));
      }
      System.out.println("Bases of eight questions after one answer: " + score);
      score.assertHardlyBetterThan(1 - CHOSEN);
      score.assertHardlySure();
    }
  }

  private double efficiency(PublicRow row) {
    return (double) row.effective() / row.base();
  }

  @Test
  void theEffectiveSizeDoesNotShowWhetherSomebodyOfGreatWeightIsAsked() throws IOException {
    AttackedSurvey survey = new AttackedSurvey(TARGETS + 2).weighted(0.45);
    try (PublicDoor door = new PublicDoor(folder, survey)) {
      surround(door, "rural");
      for (int i = 0; i < 800; i++) {
        door.answer(
            List.of(AttackedSurvey.region(TARGETS), "a2", "male", "rural"),
            AttackedSurvey.answer(random));
      }
      door.release();
      Map<String, PublicRow> rows = byRegion(door, "why0");
      double usual =
          rows.values().stream()
              .mapToDouble(this::efficiency)
              .sorted()
              .skip(rows.size() / 2)
              .limit(1)
              .sum();
      Score score = new Score();
      for (int r = 0; r < TARGETS; r++) {
        PublicRow row = rows.get("region=" + AttackedSurvey.region(r));
        boolean small = row != null && efficiency(row) < 0.85 * usual;
        guess(r, score, more -> row == null ? 0.5 : (more == 1) == small ? 0.9 : 0.1);
      }
      System.out.println("Effective sizes of who is asked: " + score);
      score.assertHardlyBetterThan(1 - CHOSEN);
    }
  }
}
