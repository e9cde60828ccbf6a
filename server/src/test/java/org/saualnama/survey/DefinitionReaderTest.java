package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.survey.River.GOOD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefinitionReaderTest {
  @TempDir private Path folder;

  @Test
  void aGoodDefinitionBecomesASurveyWithItsTargets() {
    Reading reading = GOOD.read();
    assertEquals(List.of(), reading.problems());
    Survey survey = reading.survey().orElseThrow();
    assertEquals(List.of("yes", "no", "other", "hard_to_say"), survey.item("swim").get().codes());
    assertEquals(0.75, reading.targets().get("age").get(0).share());
    assertEquals(4, reading.targets().get("place").size());
  }

  @Test
  void allProblemsAreFoundAtOnceInTheOrderOfTheFile() {
    List<DefinitionProblem> problems =
        GOOD.with("core: swim", "core: float")
            .with("kk: \"Өзен\"}\nconsent", "ru: \"Река\"}\nconsent")
            .with("exclusive: [nowhere]", "exclusive: [anywhere]")
            .with("bounds: [0.2, 5]", "bounds: [2, 5]")
            .withTarget("targets/age.csv", "0.25", "0.5")
            .read()
            .problems();
    assertEquals(6, problems.size(), problems::toString);
    assertEquals(problems.stream().map(DefinitionProblem::file).limit(5).distinct().count(), 1);
    List<Integer> lines = problems.stream().limit(5).map(DefinitionProblem::line).toList();
    assertEquals(lines.stream().sorted().toList(), lines);
    assertEquals("targets/age.csv", problems.get(5).file());
  }

  @Test
  void aSyntaxErrorIsOneProblemWithItsLine() {
    GOOD.with("core: swim", "core: [swim").hasProblem("weighting:\n", "this is no YAML");
    GOOD.with("core: swim", "core: swim\n\tnext: 1").hasProblem("\tnext", "this is no YAML");
  }

  @Test
  void duplicateKeysAreNamedWithBothLines() {
    GOOD.with("core: swim", "core: swim\ncore: bank")
        .hasProblem(
            "core: bank", "'core' is there twice, first in line " + GOOD.line("core: swim"));
  }

  @Test
  void anEmptyFileSaysHowToBegin() {
    for (String text : List.of("", "  \n", "# nothing\n", "---\n")) {
      assertProblem(text, 1, "begin");
    }
  }

  @Test
  void aliasesMayNotExplodeOrRunInCircles() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 8; i++) {
      String last = "*a" + (i - 1);
      bomb.append(
          "a"
              + i
              + ": &a"
              + i
              + " ["
              + String.join(", ", List.of(last, last, last, last, last, last))
              + "]\n");
    }
    assertProblem(bomb.toString(), 1, "aliases");
    assertProblem("survey: &a [*a]", 1, "aliases");
    assertProblem("[".repeat(200) + "]".repeat(200), 1, "this is no YAML");
  }

  @Test
  void aShortAliasMayNotStandForALongTextTooOften() {
    String text = "a: &a \"" + "x".repeat(500_000) + "\"\nb: [" + "*a,".repeat(100) + "]\n";
    assertProblem(text, 1, "aliases");
    String name = "? \"" + "x".repeat(500_000) + "\"\n: [" + "x,".repeat(100) + "]\n";
    assertProblem(name, 1, "aliases");
  }

  @Test
  void anEscapeMayNotWriteWhatCannotBeKept() {
    GOOD.with("agree: {en: \"Yes\"", "agree: {en: \"Yes\\0\"")
        .hasProblem("agree: {en", "a zero character");
    GOOD.with("core: swim", "core: swim\n\"x\\uD800\": y")
        .hasAmongOthers("river.yaml:" + (GOOD.line("core: swim") + 1), "half a character");
  }

  @Test
  void onlyTextsNumbersAndTruthAreRead() {
    GOOD.with("core: swim", "core: !!binary swim")
        .hasAmongOthers("river.yaml:" + GOOD.line("core: swim"), "is not known here: remove it");
    GOOD.with("core: swim", "core: !!int swim")
        .hasAmongOthers("river.yaml:" + GOOD.line("core: swim"), "is not known here: remove it");
    GOOD.with("code: bridge", "code: 2026-05-09")
        .with("[beach, bridge]", "[beach, 2026-05-09]")
        .with("code: nowhere", "code: off")
        .with("[nowhere]", "[off]")
        .survey();
  }

  @Test
  void jsonIsReadToo() {
    String json = Definitions.json(GOOD.survey());
    River written = new River(json, GOOD.files());
    assertEquals(GOOD.survey(), written.survey());
  }

  @Test
  void aFileIsReadWithTheTargetsBesideItAndNoneElsewhere() throws IOException {
    Path file = Files.writeString(folder.resolve("river.yaml"), GOOD.text());
    Path targets = Files.createDirectory(folder.resolve("targets"));
    Files.writeString(targets.resolve("age.csv"), GOOD.files().get("targets/age.csv"));
    Files.writeString(targets.resolve("place.csv"), GOOD.files().get("targets/place.csv"));
    assertEquals(List.of(), new DefinitionReader().read(file).problems());
    assertTrue(TargetFiles.beside(file).text("targets/age.csv").isPresent());
    assertEquals(
        Optional.empty(), TargetFiles.beside(targets.resolve("x.yaml")).text("../river.yaml"));
  }

  @Test
  void aFileThatIsMissingOrNotUtf8IsAProblemOfItsOwn() throws IOException {
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    for (Path file : List.of(latin, folder.resolve("none.yaml"))) {
      DefinitionProblem problem = new DefinitionReader().read(file).problems().get(0);
      assertTrue(problem.toString().contains("can't be read"), problem::toString);
    }
  }

  @Test
  void noTextMakesItThrow() {
    Random random = new Random(9);
    List<String> lines = GOOD.text().lines().toList();
    String[] scraps = {
      "", "- ", "{", "null", "[x, y]", "age: 1", "\"", ": ", "&a *a", "1e9", "swim"
    };
    for (int i = 0; i < 500; i++) {
      List<String> spoilt = new ArrayList<>(lines);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(spoilt.size());
        String line = spoilt.get(at);
        int cut = random.nextInt(line.length() + 1);
        String scrap = scraps[random.nextInt(scraps.length)];
        spoilt.set(
            at, line.substring(0, cut) + scrap + (random.nextBoolean() ? "" : line.substring(cut)));
      }
      Reading reading = new River(String.join("\n", spoilt), GOOD.files()).read();
      assertEquals(reading.survey().isEmpty(), !reading.problems().isEmpty());
    }
  }

  private static void assertProblem(String text, int line, String words) {
    List<DefinitionProblem> problems = new River(text, GOOD.files()).read().problems();
    assertEquals(1, problems.size(), problems::toString);
    River.says(problems.get(0), "river.yaml:" + line + ": ", words);
  }
}
