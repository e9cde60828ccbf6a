package org.saualnama.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class XlsFormTest {
  private static final ConvertedQuestionnaire PARK = Converted.of(Sheets.park(), Format.XLSFORM);

  @Test
  void itsLanguagesAreTheSurveysWithTheFormsOwnFirst() {
    JsonNode tree = PARK.definition();
    assertEquals("[\"ru\",\"kk\",\"en\"]", tree.path("languages").toString());
    assertEquals("Парк", tree.at("/title/ru").asText());
    assertEquals("Саябақ", tree.at("/title/kk").asText());
    assertEquals("park_survey", tree.path("survey").asText());
  }

  @Test
  void questionsKeepTypeWordsOptionsAndWhetherTheyMustBeAnswered() {
    JsonNode visited = Converted.question(PARK, "visited");
    assertEquals("single", visited.path("type").asText());
    assertEquals("Have you been to the park?", visited.at("/text/en").asText());
    assertEquals("This year", visited.at("/hint/en").asText());
    assertTrue(visited.path("required").asBoolean());
    assertEquals("Иә", visited.at("/options/0/text/kk").asText());
    JsonNode times = Converted.question(PARK, "times");
    assertEquals(1, times.path("min").asInt());
    assertEquals(365, times.path("max").asInt());
    JsonNode scale = Converted.question(PARK, "mood").path("scale");
    assertEquals(0, scale.path("from").asInt());
    assertEquals(10, scale.path("to").asInt());
    assertEquals("10", scale.at("/high/kk").asText());
  }

  @Test
  void orOtherBecomesAnOptionWithATextField() {
    JsonNode what = Converted.question(PARK, "what_did");
    assertEquals("[\"other\"]", what.path("open").toString());
    assertEquals("Другое", what.at("/options/2/text/ru").asText());
    assertEquals("2", what.at("/options/1/code").asText());
  }

  @Test
  void aConditionOnTheSamePageBeginsANewOne() {
    JsonNode what = Converted.question(PARK, "what_did");
    assertEquals("{\"visited\":[\"yes\"]}", what.path("ask_if").toString());
    assertEquals("visits", PARK.definition().at("/pages/0/page").asText());
    assertEquals("visits_2", PARK.definition().at("/pages/1/page").asText());
    assertEquals("Visits", PARK.definition().at("/pages/0/title/en").asText());
    assertEquals(
        List.of("survey 5: page_split [what did]"), Converted.notes(PARK, Loss.PAGE_SPLIT));
  }

  @Test
  void whatIsLostIsTold() {
    assertEquals(
        List.of("survey 2: not_kept [start, start]"), Converted.notes(PARK, Loss.NOT_KEPT));
    assertEquals(
        List.of("survey 11: left_out [place, geopoint]"), Converted.notes(PARK, Loss.LEFT_OUT));
    assertEquals(List.of("survey 8: note_moved [km]"), Converted.notes(PARK, Loss.NOTE_MOVED));
    assertEquals(
        List.of("survey 9: type_changed [decimal, number]"),
        Converted.notes(PARK, Loss.TYPE_CHANGED));
    assertEquals(
        List.of("survey 9: condition_left_out [km, ${times} > 3]"),
        Converted.notes(PARK, Loss.CONDITION_LEFT_OUT));
    assertEquals(
        List.of("survey 9: piping [How far? ${times}]"), Converted.notes(PARK, Loss.PIPING));
    assertEquals(
        List.of("survey 5: renamed [what did, what_did]"), Converted.notes(PARK, Loss.RENAMED));
    assertEquals("Thank you", Converted.question(PARK, "km").at("/hint/en").asText());
  }

  @Test
  void nothingButWhatOnlyTheAuthorKnowsKeepsTheDraftFromBeingPublished() {
    List<String> problems = Converted.problems(PARK);
    assertTrue(problems.stream().allMatch(p -> p.contains("disclosure_items")), problems::toString);
  }

  @Test
  void aFormInOneUnnamedLanguageIsInTheAuthorsUntilTheySay() {
    byte[] file =
        new Sheets()
            .with("Survey", "type | name | label", "select_one a | q | Which?", "text | why | Why?")
            .with("choices", "list name | name | label", "a | x | X", "a | y | Y")
            .bytes();
    ConvertedQuestionnaire converted = Converted.of(file, Format.XLSFORM);
    assertEquals("[\"ru\"]", converted.definition().path("languages").toString());
    assertEquals(
        List.of(": language_assumed [ru]"), Converted.notes(converted, Loss.LANGUAGE_ASSUMED));
    assertEquals("q", converted.definition().path("core").asText());
  }

  @Test
  void aLanguageThatNoSurveyHasIsLeftOutOrStandsInForOne() {
    byte[] file =
        new Sheets()
            .with("survey", "type | name | label::French (fr)", "text | why | Pourquoi ?")
            .bytes();
    ConvertedQuestionnaire converted = Converted.of(file, Format.XLSFORM);
    assertEquals("Pourquoi ?", Converted.question(converted, "why").at("/text/ru").asText());
    assertEquals(
        List.of(": language_replaced [french (fr), ru]"),
        Converted.notes(converted, Loss.LANGUAGE_REPLACED));
  }
}
