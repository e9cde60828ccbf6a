package org.saualnama.survey;

import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class CodesTest {

  @Test
  void aCodeMayNotStandForTwoThings() {
    GOOD.with("- page: more", "- page: core")
        .hasProblem("- page: core\n    questions", "'core' twice");
    GOOD.with("question: visits", "question: why")
        .hasProblem("question: why\n        type: number", "question 'why' twice");
    GOOD.with("code: bridge", "code: beach")
        .with("shuffle: [beach, bridge]", "shuffle: [beach, nowhere]")
        .hasProblem(
            "{code: beach, text: {en: \"Bridge", "question 'places' has the option 'beach' twice");
    GOOD.with("code: park", "code: dam")
        .hasAmongOthers("river.yaml:" + GOOD.line("code: park"), "has the row 'dam' twice");
    GOOD.with("wording: bathe", "wording: swim")
        .hasProblem("wording: swim\n            text", "wording 'swim' twice");
    GOOD.with("- margin: place", "- margin: age")
        .hasProblem("- margin: age\n      segments: [s", "twice");
  }

  @Test
  void anOptionMayNotHaveTheCodeOfAResidual() {
    GOOD.with("code: left", "code: prefer_not_to_say")
        .with("bank: [left, right]", "bank: [right]")
        .hasAmongOthers(
            "river.yaml:" + GOOD.line("residuals: [prefer_not"),
            "has the option 'prefer_not_to_say' twice");
  }

  @Test
  void capitalLettersAloneDoNotTellCodesApart() {
    GOOD.with("question: visits", "question: Why")
        .hasProblem("question: Why", "only capital letters");
    GOOD.with("code: nowhere", "code: Beach")
        .with("exclusive: [nowhere]", "exclusive: [Beach]")
        .hasProblem("code: Beach", "only capital letters tell option 'Beach' from 'beach'");
  }

  @Test
  void aQuestionNamesOnlyOptionsItHas() {
    GOOD.with("exclusive: [nowhere]", "exclusive: [anywhere]")
        .hasProblem("exclusive:", "'anywhere' in 'exclusive'", "use one of beach, bridge, nowhere");
    GOOD.with("open: [other]", "open: [else]").hasProblem("open: [else]", "'else' in 'open'");
    GOOD.with("screen_out: [under_18]", "screen_out: [child]")
        .hasAmongOthers("river.yaml:" + GOOD.line("screen_out:"), "'child' in 'screen_out'");
    GOOD.with("rotate: [yes, no]", "rotate: [yes, nope]")
        .hasProblem("rotate:", "'nope' in 'order'");
    GOOD.with("shuffle: [dam, park]", "shuffle: [dam, lake]")
        .hasProblem("row_order:", "'lake' in 'row_order'", "none of its rows", "dam, park");
    GOOD.with("other: {en: \"Something", "none: {en: \"Something")
        .hasProblem("none: {en", "'none' in 'wordings'");
    GOOD.with("{code: village, if", "{code: hamlet, if")
        .hasProblem("{code: hamlet", "'hamlet' in 'set_if'", "city, village");
    GOOD.with("[prefer_not_to_say]", "[no_idea]")
        .hasProblem("residuals: [no_idea]", "residual_options does not have", "hard_to_say");
  }

  @Test
  void residualsNeverMove() {
    GOOD.with("rotate: [yes, no]", "rotate: [yes, hard_to_say]")
        .hasProblem("rotate:", "'hard_to_say' in 'order'");
  }

  @Test
  void oneOptionAloneDoesNotMove() {
    GOOD.with("rotate: [yes, no]", "rotate: [yes]").hasProblem("rotate:", "a single code");
  }
}
