package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.saualnama.survey.DefinitionSource;

/** A form is drawn anew only where more than words has changed. */
final class LayoutTest {
  private static final String SURVEY = "{survey: a, pages: [{page: p, questions: [%s]}]%s}";

  @Test
  void theFirstWordsOfAPartAreOnlyWords() {
    Layout bare = layout("{question: q, type: text}", "");
    assertEquals(bare, layout("{question: q, type: text, text: {ru: Да}}", ""));
    assertEquals(bare, layout("{question: q, type: text}", ", disclosure_items: {}"));
    assertEquals(
        bare, layout("{question: q, type: text}", ", disclosure_items: {mode: {ru: Анкета}}"));
  }

  @Test
  void anotherOptionQuestionOrLanguageIsMore() {
    Layout bare = layout("{question: q, type: single}", "");
    assertNotEquals(
        bare, layout("{question: q, type: single, options: [{code: a, text: {ru: Да}}]}", ""));
    assertNotEquals(bare, layout("{question: q, type: single}, {question: r}", ""));
    assertNotEquals(bare, layout("{question: q, type: single}", ", languages: [kk]"));
  }

  private static Layout layout(String questions, String more) {
    JsonNode tree = DefinitionSource.of("a.yaml", SURVEY.formatted(questions, more)).tree();
    return Layout.of(tree);
  }
}
