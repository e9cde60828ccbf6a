package org.saualnama.survey;

import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class ReachabilityTest {
  private static final String PLACES = "{swim: [yes], bank: [left, right]}";

  @Test
  void nobodyWithAnAnswerThatEndsTheSurveyIsAskedMore() {
    GOOD.with(PLACES, "{age: [under_18]}")
        .hasProblem("- question: places", "can never be asked", "no answer to 'age' leads to it");
    GOOD.with(PLACES, "{age: [under_18, 18-39]}").survey();
  }

  @Test
  void aConditionMayNotExcludeAllItAsksFor() {
    GOOD.with(PLACES, PLACES + "\n        ask_unless: {swim: [yes, no]}")
        .hasProblem("- question: places", "no answer to 'swim'");
    GOOD.with(PLACES, PLACES + "\n        ask_unless: {bank: [left]}").survey();
  }

  @Test
  void aConditionMayNotContradictTheOneItRestsOn() {
    GOOD.with("{plans.dam: [should]}", "{places: [beach], swim: [no]}")
        .hasProblem("- question: why", "no answer to 'swim'");
    GOOD.with("{plans.dam: [should]}", "{clean: [\"1\"], bank: [island]}")
        .hasProblem("- question: why", "no answer to 'bank'");
    GOOD.with("{plans.dam: [should]}", "{places: [beach], swim: [yes, no]}").survey();
  }

  @Test
  void severalChoicesDoNotContradictEachOther() {
    String page =
        """
          - page: last
            questions:
              - question: first
                type: single
                text: {en: a, kk: a}
                ask_if: {places: [beach]}
                options: [{code: a, text: {en: a, kk: a}}, {code: b, text: {en: b, kk: b}}]
          - page: end
            questions:
              - question: end
                type: text
                text: {en: a, kk: a}
                ask_if: {first: [a], places: [bridge]}
        """;
    GOOD.before("segments: [age, bank", page).survey();
  }

  @Test
  void anAnswerThatIsSetNeedsNoQuestion() {
    String page =
        """
          - page: last
            questions:
              - question: last
                type: text
                text: {en: a, kk: a}
                ask_if: {settlement: [village], bank: [island]}
        """;
    GOOD.before("        set_if:", "        ask_if: {bank: [left]}\n")
        .before("segments: [age, bank", page)
        .survey();
  }

  @Test
  void aRequiredQuestionLetsSomebodyGoOn() {
    GOOD.with("screen_out: [under_18]", "screen_out: [under_18, 18-39, 40-59, 60-up]")
        .hasAmongOthers("river.yaml:" + GOOD.line("screen_out:"), "ends the survey for everybody");
  }

  @Test
  void aQuestionThatEveryPossibleAnswerSkipsIsNeverAsked() {
    GOOD.with(PLACES, "{swim: [yes]}\n        ask_unless: {age: [18-39, 40-59, 60-up]}")
        .hasProblem("- question: places", "no answer to 'age'");
  }
}
