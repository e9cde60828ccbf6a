package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.saualnama.survey.River.GOOD;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PoliciesTest {

  @Test
  void noDefinitionLowersAFloor() {
    GOOD.with("min_newcomers: 200", "min_newcomers: 99")
        .hasProblem(
            "release:", "'release.min_newcomers' is 99, below the floor of 100", "sensitive");
    GOOD.with("min_growth: 0.3", "min_growth: 0.1").hasProblem("release:", "the floor of 0.25");
    GOOD.with("P2D", "PT12H").hasProblem("release:", "the floor of PT24H");
    GOOD.with("min_base: 40", "min_base: 29").hasProblem("disclosure:", "the floor of 30");
  }

  @Test
  void anOrdinarySurveyHasLowerFloors() {
    River ordinary = GOOD.with("sensitivity: sensitive", "sensitivity: ordinary");
    ordinary
        .with("min_newcomers: 200", "min_newcomers: 20")
        .with("min_base: 40", "min_base: 10")
        .survey();
    ordinary
        .with("min_base: 40", "min_base: 9")
        .hasProblem("disclosure:", "floor of 10", "ordinary");
  }

  @Test
  void silenceMeansTheFloor() {
    Survey survey =
        GOOD.with("release: {min_newcomers: 200, min_growth: 0.3, min_interval: P2D}\n", "")
            .with("disclosure: {min_base: 40}\n", "")
            .survey();
    assertEquals(new ReleasePolicy(100, 0.25, Duration.ofHours(24)), survey.release());
    assertEquals(50, survey.disclosure().minBase());
  }

  @Test
  void weightsAreBoundedAroundOne() {
    GOOD.with("[0.2, 5]", "[1, 5]").hasProblem("bounds:", "1.0 and 5.0", "below 1");
    GOOD.with("[0.2, 5]", "[0.2, 0.9]").hasProblem("bounds:", "above 1");
  }

  @Test
  void noDefinitionLetsFiguresHangOnOneHeavyRespondent() {
    GOOD.with("[0.2, 5]", "[0.2, 5.1]")
        .hasProblem("bounds:", "5.1", "the most of 5.0", "sensitive");
    River ordinary = GOOD.with("sensitivity: sensitive", "sensitivity: ordinary");
    ordinary.with("[0.2, 5]", "[0.2, 10]").survey();
    ordinary.with("[0.2, 5]", "[0.2, 11]").hasProblem("bounds:", "the most of 10.0", "ordinary");
  }

  @Test
  void aFormHasLimits() {
    StringBuilder options = new StringBuilder();
    for (int i = 0; i < 58; i++) {
      options.append("          - {code: o" + i + ", text: {en: a, kk: a}}\n");
    }
    GOOD.before("{code: beach", options.toString())
        .hasProblem("        options:\n          - {code: o0", "has 61 options", "at most 60");
    StringBuilder questions = new StringBuilder();
    for (int i = 0; i < 192; i++) {
      questions.append("      - {question: q" + i + ", type: text, text: {en: a, kk: a}}\n");
    }
    GOOD.before("- question: visits", questions.toString())
        .hasProblem("pages:", "the survey has 201 questions", "at most 200");
  }
}
