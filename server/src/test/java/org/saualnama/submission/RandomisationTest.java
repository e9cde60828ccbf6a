package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.TestDefs;
import org.saualnama.secret.Secret;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.Item;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.TargetFiles;

final class RandomisationTest {
  private static final int MANY = 12_000;
  private static SurveyVersion version;
  @TempDir private Path folder;

  /** The shipped feedback, whose question of usefulness, a scale with a residual, is strict. */
  @BeforeAll
  static void read() throws Exception {
    String text = Files.readString(TestDefs.shipped().resolve("event-feedback.yaml"));
    version =
        new SurveyVersion(
            new DefinitionReader()
                .read(
                    "event-feedback.yaml",
                    text.replaceFirst("(- question: usefulness\n)( +)", "$1$2strict: true\n$2"),
                    TargetFiles.beside(Path.of(".")))
                .survey()
                .orElseThrow(),
            1);
    assertEquals(1, version.strictItems().size());
  }

  private static Submission sent(Map<String, List<String>> choices) {
    return new Submission(
        version,
        "en",
        Collector.OPEN,
        new Answers(choices, Map.of("liked.other", "tea")),
        Shown.NOTHING);
  }

  /** What a lot says is given; of an empty one nothing may be drawn. */
  private static RandomGenerator lot(double coin, Integer... places) {
    Deque<Integer> drawn = new ArrayDeque<>(List.of(places));
    return new RandomGenerator() {
      @Override
      public double nextDouble() {
        return coin;
      }

      @Override
      public int nextInt(int bound) {
        assertEquals(version.strictItems().get(0).codes().size(), bound);
        return drawn.remove();
      }

      @Override
      public long nextLong() {
        throw new AssertionError("not asked for");
      }
    };
  }

  @Test
  void headsKeepsTheAnswerAndTailsTakesAnyCodeOfTheQuestionItsOwnAndResidualsToo() {
    Submission four = sent(Map.of("usefulness", List.of("4"), "liked", List.of("other")));
    assertEquals(four, Randomisation.of(four, lot(0.4999)));
    Item item = version.strictItems().get(0);
    for (int place = 0; place < item.codes().size(); place++) {
      Submission kept = Randomisation.of(four, lot(0.5, place));
      assertEquals(item.codes().get(place), kept.answers().choice("usefulness"));
      assertEquals(four.answers().choices().get("liked"), kept.answers().choices().get("liked"));
      assertEquals(four.answers().texts(), kept.answers().texts());
      assertEquals(four.shown(), kept.shown());
    }
  }

  @Test
  void whatWasSkippedStaysSkipped() {
    Submission skipped = sent(Map.of("liked", List.of("other")));
    assertEquals(skipped, Randomisation.of(skipped, lot(1)));
  }

  @Test
  void aSurveyWithoutStrictQuestionsIsLeftAsItIs() {
    SurveyVersion may9 = ShippedSurveys.may9();
    Submission submission =
        new Submission(
            may9,
            "en",
            Collector.OPEN,
            new Answers(Map.of("meaning", List.of("both")), Map.of()),
            Shown.NOTHING);
    assertSame(submission, Randomisation.of(submission));
  }

  @Test
  void ofManyEachCodeIsKeptAsOftenAsTheProcedureSays() {
    Random chance = new Random(9);
    Submission two = sent(Map.of("usefulness", List.of("2")));
    Map<String, Integer> kept = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      kept.merge(Randomisation.of(two, chance).answers().choice("usefulness"), 1, Integer::sum);
    }
    holdsTheProcedure(kept);
  }

  /** By the real lot, and through the only door there is. */
  @Test
  void whatIsSealedIsDrawn() throws Exception {
    BallotSeal seal = new BallotSeal(Secret.from(folder.resolve("secret")));
    Submission two = sent(Map.of("usefulness", List.of("2")));
    Map<String, Integer> kept = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      byte[] opened = seal.open(version.code(), seal.seal(two)).orElseThrow();
      Submission one = BallotFormat.unpack(opened, number -> version).orElseThrow();
      kept.merge(one.answers().choice("usefulness"), 1, Integer::sum);
    }
    holdsTheProcedure(kept);
  }

  /** Within six standard deviations, so that a right one fails once in many million runs. */
  private static void holdsTheProcedure(Map<String, Integer> kept) {
    List<String> codes = version.strictItems().get(0).codes();
    for (String code : codes) {
      double p = 0.5 / codes.size() + (code.equals("2") ? 0.5 : 0);
      double away = kept.getOrDefault(code, 0) - MANY * p;
      assertTrue(Math.abs(away) < 6 * Math.sqrt(MANY * p * (1 - p)), kept::toString);
    }
  }
}
