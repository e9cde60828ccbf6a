package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.TargetFiles;

/**
 * Somebody floods a group with answers of their own and looks at a question that only those are
 * asked who gave certain answers to {@code meaning}: who else was asked must not show.
 */
final class ConditionalRowsTest {
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();
  private static final List<String> ASKED =
      List.of("celebration", "remembrance", "both", "neither");
  private static final RowKey ALL = new RowKey("open", "certainty", List.of());
  private static final RowKey WOMEN = new RowKey("open", "certainty", List.of("gender=woman"));

  private final Random random = new Random(13);
  private Tallies tallies = new Tallies(TallyLayout.of(MAY9));

  private void answer(int count, String gender, String meaning) {
    for (int i = 0; i < count; i++) {
      answer(gender, meaning, "very", random.nextLong());
    }
  }

  private void answer(String gender, String meaning, String certainty, long key) {
    add(
        gender,
        ASKED.contains(meaning)
            ? Map.of("meaning", List.of(meaning), "certainty", List.of(certainty))
            : Map.of("meaning", List.of(meaning)),
        key);
  }

  private void add(String gender, Map<String, List<String>> choices, long key) {
    List<String> segments = new ArrayList<>();
    for (String segment : MAY9.survey().segments()) {
      segments.add(segment.equals("gender") ? gender : null);
    }
    tallies.add(new Profile(Collector.OPEN, segments), new Answers(choices, Map.of()), key);
  }

  private void women(int each) {
    ASKED.forEach(meaning -> answer(each, "woman", meaning));
  }

  private List<RowVersion> release(int number, List<RowVersion> told, Optional<double[]> weights) {
    return new FreshRows(MAY9, number, GoldenTallies.noise(), Told.of(told))
        .of("open", tallies, weights);
  }

  private List<RowVersion> release() {
    return release(1, List.of(), Optional.empty());
  }

  private static Optional<ProtectedRow> row(List<RowVersion> rows, RowKey key) {
    return rows.stream().map(RowVersion::row).filter(row -> row.key().equals(key)).findFirst();
  }

  private static Set<String> told(List<RowVersion> rows) {
    Set<String> told = new TreeSet<>();
    rows.forEach(row -> told.add(row.row().key().toString()));
    return told;
  }

  @Test
  void howManyOfTheTenOutsideAGroupWereAskedDecidesNothing() {
    for (int asked = 0; asked <= 10; asked++) {
      tallies = new Tallies(TallyLayout.of(MAY9));
      women(25);
      answer(asked, "man", "both");
      answer(10 - asked, "man", "hard_to_say");
      Set<String> told = told(release());
      assertTrue(told.containsAll(Set.of(ALL.toString(), WOMEN.toString())), asked + ": " + told);
    }
  }

  @Test
  void thatNobodyElseWasAskedDoesNotShowInEqualFigures() {
    int equal = 0;
    for (int times = 0; times < 40; times++) {
      tallies = new Tallies(TallyLayout.of(MAY9));
      for (String certainty : List.of("very", "fairly", "not_very")) {
        for (int i = 0; i < 40; i++) {
          answer("woman", ASKED.get(i % 4), certainty, random.nextLong());
        }
      }
      answer(10, "man", "hard_to_say");
      List<RowVersion> rows = release();
      equal += seen(row(rows, ALL)).equals(seen(row(rows, WOMEN))) ? 1 : 0;
    }
    assertTrue(equal < 10, "equal: " + equal);
  }

  private static String seen(Optional<ProtectedRow> row) {
    StringBuilder seen = new StringBuilder().append(row.orElseThrow().base());
    row.get().shares().forEach(share -> seen.append(' ').append(share.percent()));
    return seen.toString();
  }

  @Test
  void whoSkippedWhatDecidesIsHiddenByNoiseToo() {
    int equal = 0;
    for (int times = 0; times < 40; times++) {
      tallies = new Tallies(TallyLayout.of(MAY9));
      for (int i = 0; i < 120; i++) {
        permission("woman", List.of(i % 2 == 0 ? "heard" : "took_part"), i);
      }
      for (int i = 0; i < 20; i++) {
        add("woman", Map.of("marches_known", List.of("not_heard")), random.nextLong());
      }
      permission("man", List.of(), 1);
      List<RowVersion> rows = release();
      String all = seen(row(rows, new RowKey("open", "march_permission", List.of())));
      RowKey women = new RowKey("open", "march_permission", List.of("gender=woman"));
      equal += all.equals(seen(row(rows, women))) ? 1 : 0;
    }
    assertTrue(equal < 10, "equal: " + equal);
  }

  private void permission(String gender, List<String> known, int answer) {
    List<String> permission =
        List.of(List.of("allow", "case_by_case", "not_allow").get(answer % 3));
    add(
        gender,
        known.isEmpty()
            ? Map.of("march_permission", permission)
            : Map.of("marches_known", known, "march_permission", permission),
        random.nextLong());
  }

  @Test
  void howManyOfTenNewcomersWereAskedDecidesNothing() {
    random.setSeed(1);
    women(25);
    List<RowVersion> told = release();
    for (int asked = 0; asked <= 10; asked++) {
      tallies = new Tallies(TallyLayout.of(MAY9));
      random.setSeed(1);
      women(25);
      answer(asked, "woman", "both");
      answer(10 - asked, "woman", "hard_to_say");
      List<RowVersion> fresh = release(2, told, Optional.empty());
      assertEquals(2, row(fresh, WOMEN).orElseThrow().asOf(), asked + " asked");
    }
  }

  @Test
  void withNineNewcomersToTheGroupNothingChanges() {
    women(25);
    List<RowVersion> told = release();
    answer(9, "woman", "both");
    assertEquals(List.of(), release(2, told, Optional.empty()));
  }

  @Test
  void whatTheOneWeighsWhoWasAskedOrNotIsNotInTheEffectiveSize() {
    int compared = 0;
    for (int times = 0; times < 20; times++) {
      long target = random.nextLong();
      long others = random.nextLong();
      ProtectedRow asked = withOneMan("both", target, others);
      ProtectedRow notAsked = withOneMan("hard_to_say", target, others);
      if (asked.base() == notAsked.base()) {
        assertEquals(asked.effectiveSize(), notAsked.effectiveSize());
        compared++;
      }
    }
    assertTrue(compared > 10, "compared: " + compared);
  }

  /** All, where the women weigh 1 and the one man 5. */
  private ProtectedRow withOneMan(String meaning, long key, long seed) {
    tallies = new Tallies(TallyLayout.of(MAY9));
    random.setSeed(seed);
    women(15);
    answer("man", meaning, "very", key);
    double[] weights = {1, 5};
    return row(release(1, List.of(), Optional.of(weights)), ALL).orElseThrow();
  }

  @Test
  void theHardFloorHoldsByTheNoisySizeAlone() throws IOException {
    SurveyVersion least = withLeastBase(30);
    int toldOfFew = 0;
    for (int asked = 29; asked <= 41; asked++) {
      for (int times = 0; times < 20; times++) {
        tallies = new Tallies(TallyLayout.of(least));
        for (int i = 0; i < asked; i++) {
          known(i % 2 == 0 ? "heard" : "took_part", true);
        }
        for (int i = 0; i < 30; i++) {
          known("not_heard", false);
        }
        List<RowVersion> rows =
            new FreshRows(least, 1, GoldenTallies.noise(), new ToldRows())
                .of("open", tallies, Optional.empty());
        Optional<ProtectedRow> row = row(rows, new RowKey("open", "march_name", List.of()));
        assertTrue(row.isEmpty() || (asked >= 30 && row.get().base() >= 35), asked + " asked");
        toldOfFew += row.isPresent() && asked < 35 ? 1 : 0;
      }
    }
    assertTrue(toldOfFew > 0, "a row is no sign that 35 were asked");
  }

  private static SurveyVersion withLeastBase(int least) throws IOException {
    Path file = Path.of("../survey-defs/may9-kz.yaml");
    String text = Files.readString(file).replace("min_base: 50", "min_base: " + least);
    return new SurveyVersion(
        new DefinitionReader()
            .read("may9-kz.yaml", text, TargetFiles.beside(file))
            .survey()
            .orElseThrow(),
        1);
  }

  @Test
  void questionsAskedOfTheSamePeopleHaveOneNoiseOfTheirBase() {
    for (int times = 0; times < 10; times++) {
      tallies = new Tallies(TallyLayout.of(MAY9));
      for (int i = 0; i < 80; i++) {
        known(i % 2 == 0 ? "heard" : "took_part", true);
      }
      for (int i = 0; i < 33; i++) {
        known("not_heard", false);
      }
      List<Integer> bases =
          release().stream()
              .filter(row -> List.of("march_format", "march_name").contains(row.row().key().item()))
              .map(row -> row.row().base())
              .toList();
      assertEquals(2, bases.size());
      assertEquals(bases.get(0), bases.get(1));
    }
  }

  private void known(String known, boolean asked) {
    List<String> answer = List.of(known);
    add(
        null,
        asked
            ? Map.of(
                "marches_known", answer,
                "march_format", List.of("both"),
                "march_name", List.of("another"))
            : Map.of("marches_known", answer),
        random.nextLong());
  }
}
