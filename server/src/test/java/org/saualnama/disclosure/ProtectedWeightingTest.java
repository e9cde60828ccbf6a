package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.saualnama.WeighedFeedback;
import org.saualnama.disclosure.ProtectedMargin.Category;
import org.saualnama.disclosure.ProtectedMargin.Shares;
import org.saualnama.release.Profile;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Respondents;
import org.saualnama.weighting.Scheme;
import org.saualnama.weighting.StoredWeights;

/** What anybody may know of weights: 60 % of the population are in person, the least base is 10. */
final class ProtectedWeightingTest {
  private final SurveyVersion version;

  ProtectedWeightingTest() throws IOException {
    version = WeighedFeedback.version();
  }

  private Optional<ProtectedWeighting> of(Scheme scheme, int inPerson, int online, int silent) {
    Map<String, Integer> counts = new TreeMap<>();
    counts.put("in_person", inPerson);
    counts.put("online", online);
    counts.put("prefer_not_to_say", silent);
    counts.values().removeIf(count -> count == 0);
    List<Profile> profiles = new ArrayList<>();
    counts.keySet().forEach(code -> profiles.add(new Profile(Collector.OPEN, Arrays.asList(code))));
    Respondents respondents =
        Respondents.of(
            version, profiles, counts.values().stream().mapToInt(Integer::intValue).toArray());
    return ProtectedWeighting.of(version.survey(), "open", StoredWeights.of(respondents, scheme));
  }

  private ProtectedWeighting.Figures figures(Scheme scheme, int... counts) {
    return of(scheme, counts[0], counts[1], counts[2]).orElseThrow().figures().orElseThrow();
  }

  @Test
  void everyNumberIsRound() {
    ProtectedWeighting told = of(Scheme.CALIBRATED, 81, 32, 4).orElseThrow();
    assertEquals(115, told.respondents());
    ProtectedWeighting.Figures figures = told.figures().orElseThrow();
    // 113 x 0.6 / 81 = 0.837 and 113 x 0.4 / 32 = 1.4125; Kish makes 109.3 of the 117.
    assertEquals(100, figures.effectiveSize());
    assertEquals(1.1, figures.designEffect());
    assertEquals(0.8, figures.least());
    assertEquals(1.4, figures.greatest());
    assertEquals(
        List.of(
            new ProtectedMargin(
                "attendance",
                0,
                List.of(
                    new Category("in_person", Optional.of(new Shares(60, 60))),
                    new Category("online", Optional.of(new Shares(40, 40)))))),
        figures.margins());
  }

  @Test
  void trimmedWeightsAreToldByHowFarTheyMiss() {
    // 10 of 110 would need the weight 4.4; cut off at 2 they are 20 of 110.
    List<Category> categories = figures(Scheme.TRIMMED, 100, 10, 0).margins().get(0).categories();
    assertEquals(Optional.of(new Shares(40, 18)), categories.get(1).shares());
  }

  @Test
  void aCategoryUnderTheLeastBaseHasNoNumberAndCountsAsUncovered() {
    ProtectedMargin margin = figures(Scheme.RAKED, 100, 9, 0).margins().get(0);
    assertEquals(40, margin.uncovered());
    assertEquals(
        List.of(
            new Category("in_person", Optional.of(new Shares(60, 60))),
            new Category("online", Optional.empty())),
        margin.categories());
    assertTrue(
        figures(Scheme.RAKED, 100, 10, 0).margins().get(0).categories().stream()
            .allMatch(category -> category.shares().isPresent()));
  }

  @Test
  void noMarginShowsWhetherASmallCategoryIsEmptyOrHowManyAreInIt() {
    List<ProtectedMargin> empty = figures(Scheme.RAKED, 100, 0, 0).margins();
    for (int online = 1; online < 10; online++) {
      assertEquals(empty, figures(Scheme.RAKED, 100, online, 0).margins());
    }
    for (int silent = 0; silent < 100; silent += 9) {
      assertEquals(empty, figures(Scheme.RAKED, 90, 5, silent).margins(), "who says nothing");
    }
    assertNotEquals(empty, figures(Scheme.RAKED, 100, 10, 0).margins());
  }

  @Test
  void aCollectorUnderTheLeastBaseIsNotThere() {
    assertEquals(Optional.empty(), of(Scheme.CALIBRATED, 6, 3, 0));
    assertEquals(10, of(Scheme.CALIBRATED, 6, 4, 0).orElseThrow().respondents());
  }

  @Test
  void aFailureIsToldWithoutFigures() {
    ProtectedWeighting told = of(Scheme.CALIBRATED, 95, 5, 0).orElseThrow();
    assertEquals(new ProtectedWeighting("open", 100, Optional.empty()), told);
  }
}
