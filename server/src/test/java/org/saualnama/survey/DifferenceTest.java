package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.survey.Difference.Change;

final class DifferenceTest {
  private static final String BEFORE =
      """
      survey: lake
      languages: [en, kk]
      pages:
        - page: one
          questions:
            - {question: a, text: {en: A, kk: А}, options: [{code: x, text: {en: X}}, {code: y}]}
            - {question: b, text: {en: B}}
      """;

  @Test
  void nothingDiffersFromItself() {
    assertEquals(List.of(), changes(BEFORE));
  }

  @Test
  void aChangedWordIsNamedByTheCodesAroundIt() {
    assertEquals(
        List.of(new Change("'text.en' of option 'x' of question 'a'", "X", "Ex")),
        changes(BEFORE.replace("en: X", "en: Ex")));
  }

  @Test
  void anAddedLanguageAndARemovedQuestionAreTold() {
    assertEquals(
        List.of(
            new Change("'languages'", "[\"en\",\"kk\"]", "[\"en\",\"kk\",\"ru\"]"),
            new Change("question 'b'", "{\"question\":\"b\",\"text\":{\"en\":\"B\"}}", "")),
        changes(
            BEFORE
                .replace("[en, kk]", "[en, kk, ru]")
                .replace("      - {question: b, text: {en: B}}\n", "")));
  }

  @Test
  void movedPartsAreMovedAndNothingElse() {
    assertEquals(
        List.of(new Change("order of 'options' of question 'a'", "x, y", "y, x")),
        changes(
            BEFORE.replace(
                "{code: x, text: {en: X}}, {code: y}", "{code: y}, {code: x, text: {en: X}}")));
  }

  @Test
  void anInsertedPartChangesNoOther() {
    assertEquals(
        List.of(new Change("option 'w' of question 'a'", "", "{\"code\":\"w\"}")),
        changes(BEFORE.replace("[{code: x", "[{code: w}, {code: x")));
  }

  @Test
  void partsWithoutNamesOrWithOneNameTwiceAreComparedWhole() {
    assertEquals(
        List.of(new Change("'languages'", "[\"en\",\"kk\"]", "{\"a\":1}")),
        changes(BEFORE.replace("[en, kk]", "{a: 1}")));
    assertEquals(1, changes(BEFORE.replace("question: b", "question: a")).size());
  }

  private static List<Change> changes(String after) {
    return Difference.between(
        DefinitionSource.of("before", BEFORE).tree(), DefinitionSource.of("after", after).tree());
  }
}
