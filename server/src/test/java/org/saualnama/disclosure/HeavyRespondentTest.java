package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/**
 * Somebody fills a group with 49 answers of people who weigh little around a target who weighs five
 * times as much, and looks at the weighted figures before they are rounded.
 */
final class HeavyRespondentTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();
  private static final Item ITEM = MAY9.items().get("importance");
  private static final double HEAVY = 5;
  private static final int[] SEEDED = {17, 16, 16};
  private static final int TARGETS = 600;

  private final Random random = new Random(21);
  private final Perturbation perturbation =
      new Perturbation(new DisclosureControl(MAY9.survey()), GoldenTallies.noise());

  /** How many of the targets are found out if one person of the noise weighs this. */
  private int right(ToDoubleFunction<ExactRow> one) {
    int right = 0;
    for (int i = 0; i < TARGETS; i++) {
      int answer = random.nextInt(SEEDED.length);
      ExactRow row = row(answer);
      List<Perturbation.Perturbed> seen = perturbation.perturbed(row, one.applyAsDouble(row));
      right += guess(seen, one.applyAsDouble(row)) == answer ? 1 : 0;
    }
    return right;
  }

  private ExactRow row(int answer) {
    Tallies tallies = new Tallies(TallyLayout.of(MAY9));
    for (int option = 0; option < SEEDED.length; option++) {
      for (int i = 0; i < SEEDED[option]; i++) {
        answer(tallies, option, "man");
      }
    }
    answer(tallies, answer, "woman");
    Lattice lattice = new Lattice("open", tallies, new double[] {1, HEAVY});
    List<ExactRow> rows = new ArrayList<>();
    lattice.rows(lattice.sums(List.of(List.of())), ITEM, Set.of(ITEM.code()), SEEDED[0], rows::add);
    return rows.get(0);
  }

  private void answer(Tallies tallies, int option, String gender) {
    List<String> segments =
        new ArrayList<>(Collections.nCopies(MAY9.survey().segments().size(), null));
    segments.set(MAY9.survey().segments().indexOf("gender"), gender);
    tallies.add(
        new Profile(Collector.OPEN, segments),
        new Answers(Map.of(ITEM.code(), List.of(ITEM.codes().get(option))), Map.of()),
        random.nextLong());
  }

  /** By Bayes' rule: the noise is a whole number, and the dither less than half of one. */
  private static int guess(List<Perturbation.Perturbed> seen, double one) {
    int best = 0;
    double most = -1;
    for (int guess = 0; guess < SEEDED.length; guess++) {
      double belief = 1;
      for (int option = 0; option < SEEDED.length; option++) {
        double exact = SEEDED[option] + (option == guess ? HEAVY : 0);
        belief *= chance((int) Math.round((seen.get(option).weight() - exact) / one));
      }
      best = belief > most ? guess : best;
      most = Math.max(most, belief);
    }
    return best;
  }

  /** Of this noise, for counts beyond the table's. */
  private static double chance(int noise) {
    int of = 0;
    for (int u16 = 0; u16 < 1 << 16; u16 += 64) {
      of += PerturbationTable.shipped().noise(SEEDED[0], u16) == noise ? 1 : 0;
    }
    return of / 1024.0;
  }

  @Test
  void whoWeighsMuchIsHiddenLikeAnybody() {
    int right = right(ExactRow::heaviest);
    System.out.printf("A heavy respondent: %d of %d targets%n", right, TARGETS);
    assertTrue(right <= 0.6 * TARGETS, "found out: " + right);
  }

  @Test
  void noiseOfAveragePeopleWouldBeCaught() {
    int right = right(ExactRow::scale);
    System.out.printf("A heavy respondent under average noise: %d of %d%n", right, TARGETS);
    assertTrue(right > 0.75 * TARGETS, "found out: " + right);
  }
}
