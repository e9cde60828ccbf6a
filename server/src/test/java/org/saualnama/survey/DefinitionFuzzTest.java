package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whatever an author writes is a survey, or has problems with a line. */
final class DefinitionFuzzTest {
  private static final TargetFiles TARGETS =
      TargetFiles.beside(Path.of("../survey-defs/definition.yaml"));

  @FuzzTest(maxDuration = "60s")
  void aDefinitionIsFineOrHasProblems(byte[] text) {
    String definition = new String(text, StandardCharsets.UTF_8);
    Reading reading = new DefinitionReader().read("definition.yaml", definition, TARGETS);
    reading.survey().ifPresent(Outlook::notice);
    assertTrue(reading.survey().isPresent() != !reading.problems().isEmpty());
    if (reading.source().tree().isObject()) {
      DefinitionYaml.text(reading.source().tree());
    }
  }
}
