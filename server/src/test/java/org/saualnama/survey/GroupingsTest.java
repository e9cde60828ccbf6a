package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Categories joined under a name, and three splits at once. */
final class GroupingsTest {
  private static final Path MAY9 = Path.of("../survey-defs/may9-kz.yaml");
  private static final String CROSSING = "crossings: [[urban_rural, age, gender]]\ncore:";

  private static Reading read(String text, String replacement) throws IOException {
    String definition = Files.readString(MAY9);
    assertTrue(definition.contains(text), text);
    return new DefinitionReader()
        .read("may9.yaml", definition.replace(text, replacement), TargetFiles.beside(MAY9));
  }

  private static void refused(String words, String text, String replacement) throws IOException {
    List<DefinitionProblem> problems = read(text, replacement).problems();
    assertTrue(problems.stream().anyMatch(p -> p.message().contains(words)), problems::toString);
  }

  @Test
  void aGroupingIsSplitByLikeASegment() throws IOException {
    Survey survey = read("core:", CROSSING).survey().orElseThrow();
    SurveyVersion version = new SurveyVersion(survey, 1);
    Split split = version.splits().get("urban_rural");
    assertEquals(List.of("urban", "rural"), split.codes());
    assertEquals(List.of("national_city", "other_town"), split.categories().get("urban"));
    assertEquals("Город", split.label("urban", "ru"));
    assertTrue(split.isOfSameSegment(version.splits().get("settlement")));
    assertEquals(survey, Definitions.survey(Definitions.json(survey)));
  }

  @Test
  void whatIsNotThereCanNotBeJoined() throws IOException {
    refused("is no segment", "segment: settlement", "segment: settlements");
    refused("is no category", "[national_city, other_town]", "[national_city, other_city]");
    refused("is in two groups", "codes: [village]", "codes: [village, other_town]");
    refused("has 'urban' twice", "code: rural,", "code: urban,");
    refused("the name of something else", "grouping: urban_rural", "grouping: meaning");
    refused("the name of something else", "grouping: urban_rural", "grouping: collector");
    refused("no words in 'ru'", "ru: \"Город\", en: \"Urban\"", "en: \"Urban\"");
  }

  @Test
  void threeSplitsAreOfThreeSegments() throws IOException {
    refused("can't be split by", "core:", "crossings: [[region, age, shoe]]\ncore:");
    refused("same segment twice", "core:", "crossings: [[settlement, age, urban_rural]]\ncore:");
    refused("too few", "core:", "crossings: [[region, age]]\ncore:");
  }

  @Test
  void whatWasPublishedOfAGroupingStays() throws IOException {
    Survey published = read("core:", CROSSING).survey().orElseThrow();
    Reading regrouped = read("codes: [national_city, other_town]", "codes: [national_city]");
    List<DefinitionProblem> problems = Revision.problems(published, regrouped);
    assertTrue(
        problems.stream().anyMatch(p -> p.message().contains("'urban_rural'")), problems::toString);
    assertTrue(
        problems.stream().anyMatch(p -> p.message().contains("'crossings'")), problems::toString);
    Reading reworded = read("en: \"Urban and rural\"", "en: \"Town and village\"");
    Survey before = read("core:", "core:").survey().orElseThrow();
    assertEquals(List.of(), Revision.problems(before, reworded));
  }
}
