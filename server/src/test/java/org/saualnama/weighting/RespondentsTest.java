package org.saualnama.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.TallyLayout;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.TargetFiles;

/** The margins of a definition, laid over profiles. */
final class RespondentsTest {
  private static final String DEFINITION =
      """
      survey: rivers
      languages: [en]
      title: {en: Rivers}
      consent: {text: {en: "May we ask?"}, agree: {en: "Yes"}, decline: {en: "No"}}
      sensitivity: ordinary
      residual_options: {unsaid: {en: Rather not say}}
      pages:
        - page: about
          questions:
            - question: place
              type: single
              text: {en: "Where do you live?"}
              options:
                - {code: town, text: {en: Town}}
                - {code: suburb, text: {en: Suburb}}
                - {code: village, text: {en: Village}}
              residuals: [unsaid]
            - question: age
              type: single
              text: {en: "How old are you?"}
              options:
                - {code: young, text: {en: Under 40}}
                - {code: old, text: {en: 40 and over}}
      segments: [place, age]
      core: age
      weighting:
        margins:
          - margin: settlement
            segments: [place]
            groups: {urban: [town, suburb], rural: [village]}
            targets: |
              category,share,computed,reference_date,source
              urban,0.6,no,2026,invented for a test
              rural,0.4,no,2026,invented for a test
          - margin: both
            segments: [place, age]
            groups: {urban: [town, suburb], rural: [village]}
            targets: |
              category,share,computed,reference_date,source
              urban:young,0.3,no,2026,invented for a test
              urban:old,0.3,no,2026,invented for a test
              rural:young,0.2,no,2026,invented for a test
              rural:old,0.2,no,2026,invented for a test
        bounds: [0.2, 5]
        base: {invited: 2.5}
      disclosure_items:
        strategy: {en: a}
        sponsor: {en: a}
        conducted_by: {en: a}
        population: {en: a}
        recruitment: {en: a}
        mode: {en: a}
        dates: {en: a}
        weighting: {en: a}
        processing: {en: a}
        limitations: {en: a}
      """;

  private final SurveyVersion version =
      new SurveyVersion(
          new DefinitionReader()
              .read("rivers.yaml", DEFINITION, TargetFiles.beside(Path.of(".")))
              .survey()
              .orElseThrow(),
          1);

  private static Profile profile(String collector, String place, String age) {
    return new Profile(Collector.of(collector), Arrays.asList(place, age));
  }

  @Test
  void groupsAreJoinedAndWhoSaysNothingIsMissing() {
    Respondents respondents =
        Respondents.of(
            version,
            List.of(
                profile("open", "town", "young"),
                profile("open", "suburb", "old"),
                profile("open", "village", "young"),
                profile("open", "unsaid", "old"),
                profile("open", "village", null)),
            new int[] {40, 20, 20, 10, 10});
    List<TargetTotals> margins = respondents.margins();
    assertEquals(List.of("settlement", "both"), margins.stream().map(TargetTotals::name).toList());
    // Of the 90 whose place is known; the tenth who rather not say keep their share.
    assertArrayEquals(new double[] {54, 36, 10}, margins.get(0).totals(), 1e-9);
    // Nobody is rural and old: their fifth of the population is left to the others of the 80.
    assertArrayEquals(new double[] {30, 30, 20, 0, 20}, margins.get(1).totals(), 1e-9);
    assertEquals(0.2, margins.get(1).uncoveredShare(), 1e-12);
  }

  @Test
  void aCollectorMayCountMoreBeforeWeighting() {
    Respondents respondents =
        Respondents.of(
            version,
            List.of(profile("open", "town", "young"), profile("invited:a", "town", "young")),
            new int[] {1, 1});
    assertArrayEquals(new double[] {1, 2.5}, respondents.weights(Scheme.NONE));
  }

  @Test
  void everySchemeKeepsTheTotal() {
    Respondents respondents =
        Respondents.of(
            version,
            List.of(
                profile("open", "town", "young"),
                profile("open", "town", "old"),
                profile("open", "village", "young"),
                profile("open", "village", "old")),
            new int[] {40, 20, 25, 15});
    for (Scheme scheme : Scheme.values()) {
      double[] weights = respondents.weights(scheme);
      assertEquals(100, respondents.sample().total(weights), 1e-9, scheme.code());
      assertEquals(scheme, Scheme.of(scheme.code()).orElseThrow());
      assertEquals(List.of("raked", "calibrated").contains(scheme.code()), scheme.meetsMargins());
    }
    assertEquals(30 / 40.0, respondents.weights(Scheme.CALIBRATED)[0], 1e-9);
    assertTrue(Scheme.of("heavy").isEmpty());
  }

  @Test
  void nobodyNeedsNoWeights() {
    Respondents nobody = Respondents.of(version, List.of(), new int[0]);
    assertFalse(nobody.canBeWeighed());
    assertEquals(0, nobody.weights(Scheme.CALIBRATED).length);
    assertEquals(List.of(), nobody.margins());
  }

  @Test
  void weightsAreStoredWithTheirReport() {
    StoredWeights stored = StoredWeights.of(oneOfTheTownAndManyOfTheVillage(), Scheme.RAKED);
    assertArrayEquals(new double[] {600, 400 / 999.0}, stored.weights(), 1e-9);
    assertEquals(1000, stored.respondents());
    assertEquals(600, stored.report().orElseThrow().greatest(), 1e-9);
    assertTrue(stored.failed().isEmpty());
    assertEquals(List.of(), stored.misses());
  }

  @Test
  void aFailureIsStoredWithWhatWasMissed() {
    StoredWeights stored = StoredWeights.of(oneOfTheTownAndManyOfTheVillage(), Scheme.CALIBRATED);
    assertEquals(0, stored.weights().length);
    assertEquals(1000, stored.respondents());
    assertTrue(stored.report().isEmpty());
    assertTrue(stored.failed().orElseThrow().contains("settlement urban"), stored::toString);
    assertTrue(stored.misses().stream().anyMatch(miss -> miss.wanted() == 600));
  }

  private Respondents oneOfTheTownAndManyOfTheVillage() {
    List<Profile> profiles =
        List.of(profile("open", "town", "young"), profile("open", "village", "old"));
    Respondents respondents = Respondents.of(version, profiles, new int[] {1, 999});
    assertEquals(profiles, respondents.profiles());
    return respondents;
  }

  @Test
  void eachCollectorHasItsOwnRespondents() {
    Tallies tallies = new Tallies(TallyLayout.of(version));
    Answers none = new Answers(Map.of(), Map.of());
    Profile town = profile("open", "town", "young");
    Profile village = profile("open", "village", "young");
    Profile invited = profile("invited:a", "town", "young");
    for (Profile profile : List.of(town, invited, village, town)) {
      tallies.add(profile, none, 1);
    }
    Map<Collector, Respondents> respondents = Respondents.byCollector(version, tallies);
    assertEquals(List.of(town, village), respondents.get(Collector.of("open")).profiles());
    Sample open = respondents.get(Collector.of("open")).sample();
    assertEquals(2, open.count(0));
    assertEquals(1, open.count(1));
    assertEquals(2.5, respondents.get(Collector.of("invited:a")).sample().total());
    assertEquals(2, respondents.size());
  }
}
