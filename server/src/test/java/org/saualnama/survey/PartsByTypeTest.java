package org.saualnama.survey;

import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class PartsByTypeTest {

  @Test
  void anExclusiveOptionInASingleChoiceIsAProblem() {
    GOOD.with("        open: [other]", "        exclusive: [other]")
        .hasProblem("exclusive: [other]", "type single, which has no 'exclusive'", "multiple");
  }

  @Test
  void aTypeNeedsItsParts() {
    GOOD.with("type: text\n", "type: scale\n")
        .with("        max_length: 300\n", "")
        .hasProblem("type: scale\n        text: {en: \"Why", "has no 'scale': add 'scale'");
    String numbers = "river.yaml:" + GOOD.line("type: number");
    GOOD.with("type: number", "type: grid").hasAmongOthers(numbers, "has no 'rows': add 'rows'");
    GOOD.with("type: number", "type: single").hasAmongOthers(numbers, "has no 'options'");
  }

  @Test
  void aPartOfAnotherTypeIsRefused() {
    GOOD.before("max_length: 300", "        min: 1\n").hasProblem("min: 1\n", "no 'min'", "number");
    GOOD.before("min: 0", "        max_length: 9\n").hasProblem("max_length: 9", "type text");
    GOOD.before("max_length: 300", "        residuals: [hard_to_say]\n")
        .hasProblem("residuals: [hard_to_say]\n        max", "type text, which has no 'residuals'");
    GOOD.before("min: 0", "        residuals: [hard_to_say]\n").survey();
    GOOD.before("exclusive: [nowhere]", "        screen_out: [beach]\n")
        .hasProblem("screen_out: [beach]", "use the type single");
    GOOD.before("exclusive: [nowhere]", "        rows: [{code: a, text: {en: a, kk: a}}]\n")
        .hasProblem("rows: [", "use the type grid");
    GOOD.before("ask_unless", "        order: {by_name: true}\n")
        .hasProblem("order: {by_name: true}\n        ask", "type scale, which has no 'order'");
    GOOD.before("exclusive: [nowhere]", "        set_if: [{code: beach, if: {bank: [left]}}]\n")
        .hasProblem("set_if: [", "which has no 'set_if'");
  }

  @Test
  void aScaleGoesUpInAtMostElevenPoints() {
    GOOD.with("from: 1, to: 5", "from: 5, to: 1").hasProblem("scale: {", "from 5 to 1");
    GOOD.with("from: 1, to: 5", "from: 0, to: 11").hasProblem("scale: {", "at most 11 points");
    GOOD.with("from: 1, to: 5", "from: -2147483648, to: 2147483647").hasProblem("scale: {");
    GOOD.with("from: 1, to: 5", "from: 0, to: 10").survey();
  }

  @Test
  void aNumberHasRoomBetweenMinAndMax() {
    GOOD.with("max: 366", "max: -1").hasProblem("max: -1", "make 'max' greater than 'min'");
  }
}
