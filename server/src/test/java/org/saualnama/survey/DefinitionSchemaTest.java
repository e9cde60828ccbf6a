package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class DefinitionSchemaTest {

  @Test
  void aMissingFieldIsNamedWithItsOwner() {
    GOOD.with("        text: {en: \"Where?\", kk: \"Қайда?\"}\n", "")
        .hasProblem("- question: places", "question 'places' has no 'text': add it");
  }

  @Test
  void anUnknownFieldIsNamedWithThoseThereAre() {
    GOOD.with("short:", "shorter:")
        .hasProblem(
            "shorter:", "question 'swim' has an unknown field 'shorter'", "short, required");
  }

  @Test
  void anUnknownTypeIsNamedWithThoseThereAre() {
    GOOD.with("type: scale", "type: slider")
        .hasProblem("type: slider", "'type' of question 'clean' is \"slider\"", "single, multiple");
  }

  @Test
  void aNumberWhereATextIsNeededWantsQuotes() {
    GOOD.with("code: beach", "code: 18")
        .hasProblem(
            "code: 18,",
            "'options.#1.code' of question 'places'",
            "is 18, not in quotes",
            "quotes");
  }

  @Test
  void anEmptyValueIsSaidToBeEmpty() {
    GOOD.with("core: swim", "core:").hasProblem("core:\n", "'core' is empty", "write a text");
  }

  @Test
  void aCodeWithABlankInItIsRefused() {
    GOOD.with("code: beach", "code: the beach").hasProblem("code: the beach", "1 to 40 letters");
    GOOD.with("  hard_to_say:", "  hard to say:")
        .hasProblem("  hard to say:", "has the name 'hard to say'", "1 to 40 letters");
  }

  @Test
  void timesAreExplainedByExample() {
    GOOD.with("P2D", "2 days").hasProblem("release:", "'release.min_interval'", "PT24H");
    GOOD.with("P2D", "P1M").hasProblem("release:", "'release.min_interval'", "PT24H");
    GOOD.with("2026-06-30T18:00:00+05:00", "2026-06-30").hasProblem("closes:", "2026-05-20T00");
  }

  @Test
  void limitsAreNamed() {
    GOOD.with("max_length: 300", "max_length: 3000").hasProblem("max_length:", "2000 or less");
    GOOD.with("bounds: [0.2, 5]", "bounds: [0.2]").hasProblem("bounds:", "give at least 2");
    GOOD.with("segments: [age, bank, settlement]", "segments: [age, age]")
        .hasProblem("segments: [age, age]", "'segments' names something twice");
    GOOD.with("min: 0", "min: 99999999999").hasProblem("min: 99", "'min' of question 'visits'");
  }

  @Test
  void aDefinitionOfQuiteAnotherShapeIsRefusedInWords() {
    assertEquals(1, new River("just a text", GOOD.files()).read().problems().size());
    new River("[1, 2]", GOOD.files()).hasProblem("[1", "the survey is a list", "write a map");
  }
}
