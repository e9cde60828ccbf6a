package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.survey.River.GOOD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RevisionTest {
  private static final String ADDED =
      """
            - question: added
              type: single
              text: {en: a, kk: a}
              options: [{code: a, text: {en: a, kk: a}}, {code: b, text: {en: b, kk: b}}]
      """;

  @Test
  void theSameDefinitionIsNoChange() {
    assertFalse(Revision.changed(GOOD.survey(), GOOD.with("# A small", "# A tiny").survey()));
    assertFalse(
        Revision.changed(Definitions.survey(Definitions.json(GOOD.survey())), GOOD.survey()));
    assertTrue(
        Revision.changed(GOOD.survey(), GOOD.with("\"Where?\"", "\"Where then?\"").survey()));
  }

  @Test
  void textsMayChange() {
    accepted(GOOD.with("\"Where?\"", "\"Where then?\""));
    accepted(GOOD.with("\"Өзен\"}\nconsent", "\"Өзендер\"}\nconsent"));
  }

  @Test
  void optionalQuestionsMayBeAdded() {
    accepted(GOOD.before("- question: visits", ADDED));
    accepted(GOOD.before("  - page: about", "  - page: extra\n    questions:\n" + ADDED));
    refused(
        GOOD.before("- question: visits", ADDED + "        required: true\n"),
        "- question: added",
        "new");
    refused(
        GOOD.before("- question: visits", ADDED + "        screen_out: [a]\n"),
        "- question: added",
        "skip");
  }

  @Test
  void theClosingDateIsFree() {
    accepted(GOOD.with("2026-06-30T18:00:00+05:00", "2026-07-30T18:00:00+05:00"));
    accepted(GOOD.with("expected_responses: 1000", "expected_responses: 2000"));
  }

  @Test
  void aRemovedQuestionIsRefused() {
    River without =
        new River(
            GOOD.text().replaceAll("(?s)      - question: visits.*?(?=      - question)", ""),
            GOOD.files());
    refused(without, "pages:", "question 'visits' is gone", "new code");
  }

  @Test
  void aReusedCodeIsRefused() {
    refused(
        GOOD.with("type: number", "type: text")
            .with("        min: 0\n        max: 366\n", "        max_length: 9\n"),
        "type: text\n        text: {en: \"How many",
        "question 'visits' was published with 'type' number, now it has 'type' text");
  }

  @Test
  void optionsAreFrozen() {
    refused(
        GOOD.with("code: beach", "code: sand").with("[beach, bridge]", "[sand, bridge]"),
        "        options:\n          - {code: sand",
        "'options' [beach,bridge,nowhere]",
        "[sand,bridge,nowhere]");
    refused(
        GOOD.before("{code: beach", "          - {code: dock, text: {en: a, kk: a}}\n"),
        "        options:\n          - {code: dock",
        "dock");
  }

  @Test
  void everythingAnAnswerRestsOnIsFrozen() {
    refused(GOOD.with("swim: [yes], bank", "swim: [yes, no], bank"), "ask_if: {swim", "'ask_if'");
    refused(GOOD.with("ask_unless: {bank: [island]}", "ask_unless: {bank: [left]}"), "ask_unless");
    refused(GOOD.with("if: {bank: [island]}", "if: {bank: [left]}"), "set_if:", "'set_if'");
    refused(
        GOOD.with("screen_out: [under_18]", "screen_out: [under_18, 18-39]")
            .with("adult: [18-39, 40-59]", "adult: [40-59]"),
        "screen_out:",
        "'screen_out'");
    refused(
        GOOD.with("        exclusive: [nowhere]\n", ""), "- question: places", "'exclusive' none");
    refused(GOOD.with("rotate: [yes, no]", "flip: [yes, no]"), "order: {flip: [yes", "'order'");
    refused(GOOD.with("from: 1, to: 5", "from: 1, to: 7"), "scale: {", "'scale' [1,2,3,4,5,6,7]");
    refused(GOOD.with("wording: bathe", "wording: dip"), "wordings:", "'wordings'");
    refused(GOOD.with("        lock: true\n", ""), "- question: swim", "'lock' false");
    refused(GOOD.with("        required: true\n", ""), "- question: age", "'required' false");
    refused(GOOD.with("core: swim", "core: bank"), "core: bank", "'core'");
    refused(GOOD.with("bounds: [0.2, 5]", "bounds: [0.3, 5]"), "weighting:\n", "'weighting'");
    refused(
        GOOD.with("segments: [age, bank, settlement]", "segments: [age, bank, settlement, clean]"),
        "segments: [age, bank",
        "'segments'");
  }

  @Test
  void newFiguresOfAMarginAreANewVersion() {
    River census =
        GOOD.withTarget("targets/age.csv", "adult,0.75", "adult,0.7")
            .withTarget("targets/age.csv", "60-up,0.25", "60-up,0.3");
    assertTrue(Revision.changed(GOOD.survey(), census.survey()));
    assertEquals(List.of(), Revision.problems(GOOD.survey(), census.read()));
  }

  @Test
  void theOrderOfQuestionsIsFrozen() {
    String visits =
        """
              - question: visits
                type: number
                text: {en: "How many visits?", kk: "Неше рет?"}
                min: 0
                max: 366
        """;
    refused(
        GOOD.with(visits, "").before("- question: why", visits),
        "- question: visits",
        "before 'why'");
  }

  @Test
  void aQuestionStaysOnItsPage() {
    refused(
        GOOD.before("- question: visits", "  - page: numbers\n    questions:\n"),
        "- question: visits",
        "has moved from page 'about' to page 'numbers'");
  }

  @Test
  void policiesMayOnlyTighten() {
    accepted(
        GOOD.with("min_newcomers: 200", "min_newcomers: 300")
            .with("P2D", "P3D")
            .with("min_base: 40", "min_base: 60"));
    refused(
        GOOD.with("min_newcomers: 200", "min_newcomers: 150"), "release:", "falls from 200 to 150");
    refused(GOOD.with("P2D", "P1D"), "release:", "PT48H");
    refused(GOOD.with("min_base: 40", "min_base: 35"), "disclosure:", "use 40 or more");
    refused(
        GOOD.with("sensitivity: sensitive", "sensitivity: ordinary"),
        "sensitivity:",
        "'sensitivity'");
  }

  @Test
  void languagesMayBeAddedButNotRemoved() {
    River english =
        new River(
            GOOD.text().replace("[en, kk]", "[en]").replaceAll(", kk: \"[^\"]*\"", ""),
            GOOD.files());
    refused(english, "languages:", "'kk' is gone");
    assertEquals(List.of(), Revision.problems(english.survey(), GOOD.read()));
  }

  @Test
  void aDefinitionWithProblemsIsNoRevision() {
    Reading broken = GOOD.with("core: swim", "core: float").read();
    assertEquals(broken.problems(), Revision.problems(GOOD.survey(), broken));
  }

  @Test
  void allReasonsAreGivenAtOnce() {
    Reading next =
        GOOD.with("core: swim", "core: bank")
            .with("P2D", "P1D")
            .with("lock: true", "lock: false")
            .read();
    assertEquals(3, Revision.problems(GOOD.survey(), next).size());
  }

  private static void accepted(River next) {
    assertEquals(List.of(), Revision.problems(GOOD.survey(), next.read()));
    assertTrue(Revision.changed(GOOD.survey(), next.survey()));
  }

  private static void refused(River next, String mark, String... words) {
    assertEquals(List.of(), next.read().problems());
    List<DefinitionProblem> problems = Revision.problems(GOOD.survey(), next.read());
    String line = "river.yaml:" + next.line(mark) + ": ";
    assertTrue(
        problems.stream()
            .map(DefinitionProblem::toString)
            .anyMatch(text -> text.startsWith(line) && Stream.of(words).allMatch(text::contains)),
        () -> line + " expected in " + problems);
  }
}
