package org.saualnama.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Words;

final class SurveyJsTest {
  static final byte[] PARK =
      """
      {"locale": "ru", "title": {"ru": "Парк", "kk": "Саябақ", "en": "Park", "de": "Park"},
       "triggers": [{"type": "complete"}],
       "pages": [
        {"name": "p1", "elements": [
          {"type": "radiogroup", "name": "visited", "isRequired": true,
           "title": {"ru": "Были ли Вы в парке?", "kk": "Саябаққа бардыңыз ба?", "en": "Have you been to the park?"},
           "choices": [{"value": "yes", "text": {"ru": "Да", "kk": "Иә", "en": "Yes"}},
                       {"value": "no", "text": {"ru": "Нет", "kk": "Жоқ", "en": "No"}}]},
          {"type": "checkbox", "name": "did", "title": "Что делали?", "visibleIf": "{visited} = 'yes'",
           "choices": ["walk", 2], "showOtherItem": true, "hasNone": true, "showRefuseItem": true,
           "choicesOrder": "random"}]},
        {"name": "p2", "visibleIf": "{visited} notempty", "elements": [
          {"type": "panel", "title": "О парке", "elements": [
            {"type": "rating", "name": "mood", "rateMax": 7, "maxRateDescription": "Хорошее"},
            {"type": "matrix", "name": "views", "columns": ["good", "bad"],
             "rows": [{"value": "r 1", "text": "Дорожки"}, "benches"]}]},
          {"type": "boolean", "name": "again"},
          {"type": "text", "name": "age", "inputType": "number", "min": 16, "max": 99},
          {"type": "text", "name": "day", "inputType": "date"},
          {"type": "comment", "name": "why"},
          {"type": "signaturepad", "name": "sign"}]},
        {"name": "p3", "elements": [
          {"type": "dropdown", "name": "last", "visibleIf": "{views.r 1} = 'good' and {mood} >= 6",
           "choices": ["a", "b"]}]}]}
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final ConvertedQuestionnaire CONVERTED = Converted.of(PARK, Format.SURVEYJS);

  @Test
  void pagesElementsAndPanelsBecomePagesAndQuestions() {
    JsonNode pages = CONVERTED.definition().path("pages");
    assertEquals("p1", pages.at("/0/page").asText());
    assertEquals("p1_2", pages.at("/1/page").asText(), "what depends on the page before");
    assertEquals("mood", pages.at("/2/questions/0/question").asText());
    assertEquals("О парке", pages.at("/2/questions/0/hint/ru").asText());
    assertEquals("[\"ru\",\"kk\",\"en\"]", CONVERTED.definition().path("languages").toString());
    assertEquals(
        List.of(": language_left_out [de]"), Converted.notes(CONVERTED, Loss.LANGUAGE_LEFT_OUT));
  }

  @Test
  void choicesAreStringsNumbersOrObjects() {
    JsonNode visited = Converted.question(CONVERTED, "visited");
    assertEquals("Иә", visited.at("/options/0/text/kk").asText());
    assertTrue(visited.path("required").asBoolean());
    JsonNode did = Converted.question(CONVERTED, "did");
    assertEquals("walk", did.at("/options/0/code").asText());
    assertEquals("2", did.at("/options/1/code").asText());
    assertEquals("[\"other\"]", did.path("open").toString());
    assertEquals("[\"none\"]", did.path("exclusive").toString());
    assertEquals("[\"prefer_not_to_say\"]", did.path("residuals").toString());
    assertEquals("Ничего из перечисленного", did.at("/options/3/text/ru").asText());
  }

  @Test
  void otherTypesBecomeTheNearest() {
    JsonNode mood = Converted.question(CONVERTED, "mood");
    assertEquals(7, mood.at("/scale/to").asInt());
    assertEquals("Хорошее", mood.at("/scale/high/ru").asText());
    assertEquals("1", mood.at("/scale/low/ru").asText());
    assertEquals("r_1", Converted.question(CONVERTED, "views").at("/rows/0/code").asText());
    assertEquals("Да", Converted.question(CONVERTED, "again").at("/options/0/text/ru").asText());
    assertEquals(99, Converted.question(CONVERTED, "age").path("max").asInt());
    assertEquals("text", Converted.question(CONVERTED, "why").path("type").asText());
    assertEquals("text", Converted.question(CONVERTED, "day").path("type").asText());
  }

  @Test
  void visibleIfIsACondition() {
    assertEquals(
        "{\"visited\":[\"yes\"]}", Converted.question(CONVERTED, "did").path("ask_if").toString());
    assertEquals(
        "{\"visited\":[\"yes\",\"no\"]}",
        Converted.question(CONVERTED, "why").path("ask_if").toString());
    assertEquals(
        "{\"views.r_1\":[\"good\"],\"mood\":[\"6\",\"7\"]}",
        Converted.question(CONVERTED, "last").path("ask_if").toString());
  }

  @Test
  void whatIsLostIsTold() {
    assertEquals(
        List.of("pages/1/elements/5: left_out [sign, signaturepad]"),
        Converted.notes(CONVERTED, Loss.LEFT_OUT));
    assertEquals(
        List.of("pages/1/elements/3: type_changed [date, text]"),
        Converted.notes(CONVERTED, Loss.TYPE_CHANGED));
    assertEquals(
        List.of(
            "triggers: part_left_out [triggers, [{\"type\":\"complete\"}]]",
            "pages/0/elements/1: part_left_out [choicesOrder, random]"),
        Converted.notes(CONVERTED, Loss.PART_LEFT_OUT));
  }

  @Test
  void theReportStandsAboveTheDraftInTheReadersLanguage() {
    String yaml = CONVERTED.yaml(new Words(Converted.TEXTS, "ru"));
    assertTrue(yaml.contains("# - pages/1/elements/5: «sign» имеет тип, которого здесь нет"), yaml);
    assertEquals(
        DefinitionYaml.text(CONVERTED.definition()),
        DefinitionYaml.text(DefinitionSource.of("x", yaml).tree()));
  }

  @Test
  void elementsWithoutPagesAreOnePage() {
    byte[] file =
        "{\"elements\":[{\"type\":\"text\",\"name\":\"q\"}]}".getBytes(StandardCharsets.UTF_8);
    ConvertedQuestionnaire converted = Converted.of(file, Format.SURVEYJS);
    assertEquals(1, converted.definition().path("pages").size());
    assertEquals("q", Converted.question(converted, "q").at("/text/en").asText());
  }
}
