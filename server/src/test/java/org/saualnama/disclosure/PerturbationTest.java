package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.saualnama.estimate.Interval;
import org.saualnama.estimate.RandomisedResponse;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Rows of the shipped survey's questions, over all who answered; its least base is 50. */
final class PerturbationTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  private final Random random = new Random(9);
  private Tallies tallies = new Tallies(TallyLayout.of(MAY9));
  private int release;

  /** So many give this answer to a question. */
  private void answer(int count, String item, String code) {
    for (int i = 0; i < count; i++) {
      answer(Map.of(item, List.of(code)), random.nextLong());
    }
  }

  private void answer(Map<String, List<String>> choices, long key) {
    List<String> nowhere = new ArrayList<>();
    MAY9.survey().segments().forEach(segment -> nowhere.add(null));
    tallies.add(
        new Profile(Collector.OPEN, nowhere), new Answers(new TreeMap<>(choices), Map.of()), key);
  }

  private Optional<ProtectedRow> row(String item) {
    return new FreshRows(MAY9, ++release, GoldenTallies.noise(), new ToldRows())
        .of("open", tallies, Optional.empty()).stream()
            .map(RowVersion::row)
            .filter(row -> row.key().equals(new RowKey("open", item, List.of())))
            .findFirst();
  }

  private static ProtectedShare share(ProtectedRow row, String item, String code) {
    return row.shares().get(MAY9.items().get(item).places().get(code));
  }

  @Test
  void bandsMakeTheOtherSharesNeitherLargerNorSmaller() {
    answer(48, "meaning", "remembrance");
    answer(12, "meaning", "both");
    ProtectedRow row = row("meaning").orElseThrow();
    // 80 of 100, give or take the table's noise of at most five and a half people.
    assertEquals(80, share(row, "meaning", "remembrance").percent(), 100 * 5.5 / 60 + 0.5);
  }

  @Test
  void underTheLeastBaseNothingIsTold() {
    answer(49, "importance", "very");
    assertTrue(row("importance").isEmpty());
    answer(1, "importance", "very");
    assertEquals(50, row("importance").orElseThrow().base());
  }

  @Test
  void whoSeedsAGroupLearnsNothingOfTheOneMoreAnswer() {
    answer(59, "meaning", "remembrance");
    answer(1, "meaning", "celebration");
    ProtectedRow row = row("meaning").orElseThrow();
    assertEquals(ShareStatus.BANDED, share(row, "meaning", "celebration").status());
    assertEquals(ShareStatus.BANDED, share(row, "meaning", "neither").status(), "none chose it");
  }

  @Test
  void howManyAreInWhichBandChangesNothing() {
    String first = null;
    for (int few = 0; few <= 3; few++) {
      tallies = new Tallies(TallyLayout.of(MAY9));
      List<String> answers = new ArrayList<>();
      addTo(answers, 40, "remembrance");
      addTo(answers, 37, "both");
      addTo(answers, few, "celebration");
      addTo(answers, 3 - few, "neither");
      for (int i = 0; i < answers.size(); i++) {
        answer(Map.of("meaning", List.of(answers.get(i))), 1_000_003L * (i + 1));
      }
      String seen = seen(row("meaning").orElseThrow());
      first = first == null ? seen : first;
      assertEquals(first, seen);
    }
  }

  private static void addTo(List<String> answers, int count, String code) {
    for (int i = 0; i < count; i++) {
      answers.add(code);
    }
  }

  private static String seen(ProtectedRow row) {
    StringBuilder seen = new StringBuilder().append(row.base()).append(' ');
    row.shares()
        .forEach(s -> seen.append(s.status()).append(s.percent()).append(s.low()).append(s.high()));
    return seen.toString();
  }

  @Test
  void sharesAreInWholePerCentAndFromAThousandOnInTenths() {
    answer(520, "importance", "very");
    answer(470, "importance", "fairly");
    ProtectedRow small = row("importance").orElseThrow();
    assertEquals(0, small.decimals());
    small.shares().forEach(share -> assertEquals(Math.rint(share.percent()), share.percent()));
    answer(400, "importance", "fairly");
    ProtectedRow large = row("importance").orElseThrow();
    assertEquals(1, large.decimals());
    assertTrue(
        large.shares().stream().anyMatch(s -> s.percent() != Math.rint(s.percent())),
        () -> seen(large));
  }

  @Test
  void inASmallGroupNearlyAllIsToldAsSuch() {
    for (int i = 0; i < 120; i++) {
      answer(Map.of("done", List.of("flowers")), random.nextLong());
    }
    ProtectedRow row = row("done").orElseThrow();
    assertEquals(ShareStatus.OVER, share(row, "done", "flowers").status());
  }

  @Test
  void aConditionalQuestionIsToldWhereAllThatDecidesWhoIsAskedIs() {
    for (String meaning : List.of("celebration", "remembrance", "both", "neither")) {
      for (int i = 0; i < 40; i++) {
        answer(
            Map.of("meaning", List.of(meaning), "certainty", List.of("very")), random.nextLong());
      }
    }
    assertTrue(Math.abs(row("certainty").orElseThrow().base() - 160) <= 5);
  }

  @Test
  void whereWhoIsAskedIsABandNothingIsTold() {
    for (int i = 0; i < 90; i++) {
      answer(Map.of("meaning", List.of("both"), "certainty", List.of("very")), random.nextLong());
    }
    assertTrue(row("meaning").isPresent());
    assertTrue(row("certainty").isEmpty(), "those who said neither would be the rest of the base");
  }

  @Test
  void theIntervalIsOfThePublishedFiguresAlone() {
    PublicUncertainty plain = new PublicUncertainty(100, 0.01, Optional.empty());
    assertEquals(0.0025 + 3.0833333333 / 10_000, plain.variance(0.5), 1e-9);
    Interval interval = plain.interval(0.5, 0.01);
    // Wilson's at 0.25 / 0.0028083333 = 89.02 answers.
    assertEquals(0.3983, interval.lower(), 1e-4);
    assertEquals(0.6017, interval.upper(), 1e-4);
    // Half of the answers kept, of two codes: the same share, and four times the variance.
    PublicUncertainty strict =
        new PublicUncertainty(100, 0.01, Optional.of(new RandomisedResponse(0.5, 2)));
    assertEquals(4 * plain.variance(0.5), strict.variance(0.5), 1e-9);
  }

  @Test
  void noneAllAndUselessWeightsHaveAnIntervalToo() {
    for (double share : new double[] {0, 1}) {
      for (int effective : new int[] {0, 5, 1000}) {
        Interval interval =
            new PublicUncertainty(effective, 0.02, Optional.empty()).interval(share, 0.01);
        assertTrue(interval.lower() >= 0 && interval.upper() <= 1);
        assertTrue(interval.lower() <= share && share <= interval.upper());
      }
    }
  }
}
