package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.survey.River.GOOD;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StrictQuestionsTest {
  private static final String STRICT = "        strict: true\n";

  @Test
  void aSingleChoiceAScaleAndAGridMayBeStrict() {
    Survey survey =
        GOOD.with("        open: [other]\n", STRICT)
            .with("        ask_if: {swim: [yes], bank: [left, right]}\n", "")
            .before("ask_unless", STRICT)
            .before("row_order", STRICT)
            .with("        ask_if: {plans.dam: [should]}\n", "")
            .survey();
    assertEquals(
        List.of("swim", "clean", "plans"),
        survey.questions().stream().filter(Question::strict).map(Question::code).toList());
    assertEquals(
        List.of("swim", "clean", "plans.dam", "plans.park"),
        new SurveyVersion(survey, 1).strictItems().stream().map(Item::code).toList());
    assertEquals(survey, Definitions.survey(Definitions.json(survey)));
    assertFalse(Definitions.json(GOOD.survey()).contains("strict"));
  }

  @Test
  void noOtherTypeMayBeStrict() {
    GOOD.before("exclusive: [nowhere]", STRICT)
        .hasProblem("strict: true", "type multiple, which has no 'strict'", "single, scale, grid");
    GOOD.before("min: 0", STRICT).hasProblem("strict: true", "type number");
    GOOD.before("max_length: 300", STRICT).hasProblem("strict: true", "type text");
  }

  @Test
  void nothingMayTellTheRealAnswerBesideTheDrawnOne() {
    River free = GOOD.with("        ask_if: {swim: [yes], bank: [left, right]}\n", "");
    free.before("open: [other]", STRICT)
        .hasProblem("open: [other]", "is strict and has 'open'", "remove 'open' or 'strict'");
    GOOD.with("segments: [age, bank", "segments: [bank")
        .before("screen_out", STRICT)
        .hasAmongOthers("river.yaml:", "is strict and has 'screen_out', which ends the survey");
    GOOD.with("bank, settlement]\ncore", "bank]\ncore")
        .before("set_if", STRICT)
        .hasAmongOthers("river.yaml:", "is strict and has 'set_if'");
  }

  @Test
  void noConditionLooksAtAStrictQuestion() {
    GOOD.with("        open: [other]\n", STRICT)
        .hasProblem("ask_if: {swim", "is asked if 'swim', which is strict", "name another");
    GOOD.before("row_order", STRICT)
        .hasProblem("ask_if: {plans.dam", "is asked if 'plans.dam', which is strict");
    String bank = "        residuals: [prefer_not_to_say]\n";
    GOOD.with(bank, bank + STRICT)
        .hasAmongOthers(
            "river.yaml:" + (GOOD.line("- {code: village, if") + 1),
            "'settlement' is answered if 'bank', which is strict");
  }

  @Test
  void noSegmentIsStrict() {
    GOOD.before("ask_unless", STRICT)
        .with("segments: [age, bank, settlement]", "segments: [age, bank, settlement, clean]")
        .hasProblem("segments: [age", "segments name 'clean', which is strict", "remove 'strict'");
  }

  @Test
  void publishedQuestionsStayAsTheyWereAnswered() {
    River strict = GOOD.before("ask_unless", STRICT);
    List<DefinitionProblem> on = Revision.problems(GOOD.survey(), strict.read());
    assertEquals(1, on.size(), on::toString);
    assertTrue(on.get(0).toString().contains("published with 'strict' false"), on::toString);
    List<DefinitionProblem> off = Revision.problems(strict.survey(), GOOD.read());
    assertEquals(1, off.size(), off::toString);
    River more =
        GOOD.before(
            "- question: visits",
            """
                  - question: fish
                    type: single
                    text: {en: "Do you fish?", kk: "Балық аулайсыз ба?"}
                    options: [{code: yes, text: {en: "Yes", kk: "Иә"}}, {code: no, text: {en: "No", kk: "Жоқ"}}]
                    strict: true
            """);
    assertEquals(List.of(), Revision.problems(GOOD.survey(), more.read()));
  }

  @Test
  void theWrittenDefinitionSaysStrictWhereAuthorsExpectIt() {
    River strict = GOOD.before("ask_unless", STRICT);
    String written = DefinitionYaml.text(Definitions.tree(Definitions.json(strict.survey())));
    assertTrue(written.contains("strict: true"), written);
    Reading again = new DefinitionReader().read("river.yaml", written, path -> Optional.empty());
    assertEquals(strict.survey(), again.survey().orElseThrow());
  }
}
