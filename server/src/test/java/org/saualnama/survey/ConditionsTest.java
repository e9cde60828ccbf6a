package org.saualnama.survey;

import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class ConditionsTest {

  @Test
  void aConditionNamesAnExistingOption() {
    GOOD.with("{swim: [yes], bank: [left, right]}", "{swim: [yes], bank: [left, north]}")
        .hasProblem(
            "ask_if: {swim",
            "question 'places' is asked if 'bank' = 'north', which has no such option",
            "use one of left, right, island, prefer_not_to_say");
  }

  @Test
  void aConditionNamesAnExistingQuestion() {
    GOOD.with("ask_unless: {bank: [island]}", "ask_unless: {shore: [island]}")
        .hasProblem("ask_unless:", "asked unless 'shore', which is no question", "age, bank, swim");
  }

  @Test
  void aConditionLooksAtEarlierPagesOnly() {
    GOOD.with("{swim: [yes], bank: [left, right]}", "{settlement: [city]}")
        .hasProblem("ask_if: {settlement", "comes later", "use one of age, bank, swim");
    GOOD.with("ask_unless: {bank: [island]}", "ask_unless: {places: [beach]}")
        .hasProblem("ask_unless:", "is on the same page, and the form works without a script");
    GOOD.with("ask_unless: {bank: [island]}", "ask_unless: {clean: [\"1\"]}")
        .hasProblem("ask_unless:", "is the question itself");
    GOOD.with("if: {bank: [island]}", "if: {settlement: [city]}")
        .hasProblem("{code: village, if", "answered if 'settlement'", "the question itself");
  }

  @Test
  void aConditionOnAGridNamesOneOfItsRows() {
    GOOD.with("{plans.dam: [should]}", "{plans: [should]}")
        .hasProblem("ask_if: {plans", "a grid, so that one of its rows", "plans.dam, plans.park");
    GOOD.with("{plans.dam: [should]}", "{plans.lake: [should]}")
        .hasProblem("ask_if: {plans", "'plans.lake', which is no question");
  }

  @Test
  void aConditionNeedsOptionsToLookAt() {
    String page =
        """
          - page: last
            questions:
              - question: last
                type: text
                text: {en: a, kk: a}
                ask_if: {%s: [x]}
        """;
    GOOD.before("segments: [age, bank", page.formatted("visits"))
        .hasProblem("ask_if: {visits", "'visits', which has no options to name");
    GOOD.before("segments: [age, bank", page.formatted("why"))
        .hasProblem("ask_if: {why", "'why', which has no options to name");
  }

  @Test
  void aScalePointCanBeACondition() {
    GOOD.with("{plans.dam: [should]}", "{clean: [\"1\", \"2\"]}").survey();
  }
}
