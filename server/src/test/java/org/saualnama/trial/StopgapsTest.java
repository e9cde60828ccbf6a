package org.saualnama.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.Reading;
import org.saualnama.survey.Survey;

/** Drafts that are far from done, as a preview shows them. */
final class StopgapsTest {
  private static Reading filled(String yaml) {
    JsonNode tree = DefinitionSource.of("draft", yaml).tree();
    String text = DefinitionYaml.text(Stopgaps.filled(tree));
    return new DefinitionReader().read("draft", text, path -> Optional.empty());
  }

  @Test
  void aFirstQuestionIsShownLongBeforeTheDraftIsDone() {
    Reading reading =
        filled(
            """
            survey: begun
            languages: [kk, en]
            title: {}
            pages:
              - {page: empty, questions: []}
              - page: one
                questions:
                  - {question: colour, type: single, text: {en: "Which colour?"}}
                  - {question: plan, type: grid, text: {}, rows: [{code: a, text: {kk: "Иә"}}]}
            """);
    assertEquals(List.of(), reading.problems());
    Survey survey = reading.survey().orElseThrow();
    assertEquals(1, survey.pages().size());
    assertEquals("Which colour?", survey.questions().get(0).text().in("kk"));
    assertEquals(2, survey.questions().get(1).options().size());
  }

  @Test
  void whatIsWrongAndNoGapIsStillWrong() {
    String wrong =
        "survey: x\nlanguages: [en]\npages: [{page: p, questions: [{question: a,"
            + " type: single, text: {en: A}, ask_if: {b: [c]}}]}]\n";
    assertTrue(filled(wrong).survey().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"may9-kz.yaml", "event-feedback.yaml"})
  void aDefinitionWithoutGapsKeepsItsPages(String file) throws IOException {
    Path path = Path.of("../survey-defs").resolve(file);
    Survey whole = new DefinitionReader().read(path).survey().orElseThrow();
    Survey shown = filled(Files.readString(path)).survey().orElseThrow();
    assertEquals(whole.pages(), shown.pages());
    assertEquals(whole.consent(), shown.consent());
  }
}
