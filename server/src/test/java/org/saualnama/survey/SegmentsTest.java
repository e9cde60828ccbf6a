package org.saualnama.survey;

import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class SegmentsTest {
  private static final String SEGMENTS = "segments: [age, bank, settlement]";

  @Test
  void aSegmentPutsEachRespondentIntoOneCategory() {
    GOOD.with(SEGMENTS, "segments: [age, bank, settlement, places]")
        .hasProblem("segments: [age", "'places'", "into one category", "age, bank, swim, clean");
    GOOD.with(SEGMENTS, "segments: [age, bank, settlement, why]").hasProblem("segments: [age");
    GOOD.with(SEGMENTS, "segments: [age, bank, settlement, plans.dam]")
        .hasProblem("segments: [age", "plans.dam");
    GOOD.with(SEGMENTS, "segments: [age, bank, settlement, clean]").survey();
  }

  @Test
  void aSegmentIsAQuestion() {
    GOOD.with(SEGMENTS, "segments: [age, bank, settlement, sex]")
        .hasProblem("segments: [age", "'sex', which is no question");
  }

  @Test
  void aSegmentIsNoOtherColumnOfATable() {
    GOOD.with("- question: clean", "- question: status")
        .with(SEGMENTS, "segments: [age, bank, settlement, status]")
        .hasProblem("segments: [age", "'status'", "another code");
  }

  @Test
  void theCoreIsAnItemWithOptions() {
    GOOD.with("core: swim", "core: float").hasProblem("core: float", "no question", "swim, places");
    GOOD.with("core: swim", "core: why").hasProblem("core: why", "no single question with options");
    GOOD.with("core: swim", "core: plans")
        .hasProblem("core: plans", "age, bank, swim, places, clean, settlement");
  }
}
