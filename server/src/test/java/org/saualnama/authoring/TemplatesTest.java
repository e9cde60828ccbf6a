package org.saualnama.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.Difference;
import org.saualnama.survey.TargetFiles;

final class TemplatesTest {
  private static final DraftCheck CHECK =
      new DraftCheck(TargetFiles.beside(Path.of("../survey-defs/any.yaml")));

  @Test
  void everyTemplateCouldBePublishedAsItIs() {
    assertEquals(3, Templates.all().size());
    for (Template template : Templates.all()) {
      assertEquals(List.of(), CHECK.read(template.definition()).problems(), template.code());
      assertEquals(3, template.title().byLanguage().size());
    }
  }

  @Test
  void underAnotherCodeNothingElseDiffersAndCommentsStay() {
    for (Template template : Templates.all()) {
      String changed = Recoding.as(template.definition(), "my-survey");
      assertEquals(Optional.of("my-survey"), Recoding.code(changed));
      assertEquals(List.of("'survey'"), paths(template.definition(), changed));
      assertTrue(changed.startsWith("# yaml-language-server"));
    }
  }

  @Test
  void aCodeThatStandsElsewhereOrLooksLikeANumberIsReplacedToo() {
    assertEquals(Optional.of("2026"), Recoding.code(Recoding.as("survey: lake # it\n", "2026")));
    assertEquals("survey: \"2026\" # it\n", Recoding.as("survey: lake # it\n", "2026"));
    assertEquals(Optional.of("sea"), Recoding.code(Recoding.as("{survey: lake, core: a}", "sea")));
    assertEquals(Optional.of("sea"), Recoding.code(Recoding.as("core: a\n", "sea")));
    assertEquals(
        List.of("'survey'"),
        paths(
            "core: |-\n survey: a\nsurvey: lake\n",
            Recoding.as("core: |-\n survey: a\nsurvey: lake\n", "sea")));
    assertEquals("[", Recoding.as("[", "sea"));
  }

  private static List<String> paths(String before, String after) {
    return Difference.between(
            DefinitionSource.of("before", before).tree(),
            DefinitionSource.of("after", after).tree())
        .stream()
        .map(Difference.Change::path)
        .toList();
  }
}
