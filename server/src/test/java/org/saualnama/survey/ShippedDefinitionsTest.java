package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ShippedDefinitionsTest {
  private static final Path FOLDER = Path.of("..", "survey-defs");

  @TestFactory
  List<DynamicTest> everyDefinitionInTheFolderIsGood() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isGood(file)))
          .toList();
    }
  }

  private static void isGood(Path file) {
    Reading reading = new DefinitionReader().read(file);
    assertEquals(List.of(), reading.problems());
    Survey survey = reading.survey().orElseThrow();
    assertEquals(survey, Definitions.survey(Definitions.json(survey)));
  }
}
