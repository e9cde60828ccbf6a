package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.GoldenInterviews;

/** The definition that the golden microdata are answers to. */
final class GoldenSurveyTest {
  @TempDir private Path folder;

  @Test
  void itCanBePublishedAndHasTheSharesOfTheGoldenTargets() {
    Path file = GoldenInterviews.definitions(folder).resolve("golden.yaml");
    Reading reading = new DefinitionReader().read(file);
    assertEquals(List.of(), reading.problems());
    Survey survey = reading.survey().orElseThrow();
    assertEquals(
        List.of(21, 12, 2, 3),
        survey.weighting().margins().stream().map(margin -> margin.shares().size()).toList());
    assertEquals(Map.of("open", 1.0, "invited", 2.5), survey.weighting().base());
  }

  @Test
  void everyAnswerIsOneOfItsCodes() {
    Survey survey =
        new DefinitionReader()
            .read(GoldenInterviews.definitions(folder).resolve("golden.yaml"))
            .survey()
            .orElseThrow();
    for (Map<String, String> row : new GoldenInterviews().rows("")) {
      for (Item item : survey.items()) {
        String answer = row.getOrDefault(item.code(), "");
        assertEquals(answer.isEmpty() ? "" : answer, item.codes().contains(answer) ? answer : "");
      }
    }
  }
}
