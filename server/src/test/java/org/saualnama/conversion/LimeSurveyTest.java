package org.saualnama.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimeSurveyTest {
  private static final ConvertedQuestionnaire PARK = Converted.of(Lss.park(), Format.LIMESURVEY);

  @Test
  void groupsBecomePagesInTheirOrder() {
    JsonNode pages = PARK.definition().path("pages");
    assertEquals("Посещения", pages.at("/0/title/ru").asText());
    assertEquals("visited", pages.at("/0/questions/0/question").asText());
    assertEquals("did", pages.at("/1/questions/0/question").asText(), "asked by an answer before");
    assertEquals("views", pages.at("/2/questions/0/question").asText());
  }

  @Test
  void wordsAreTakenFromTheirOwnTablesInEveryLanguage() {
    JsonNode visited = Converted.question(PARK, "visited");
    assertEquals("Были ли Вы в парке?", visited.at("/text/ru").asText());
    assertEquals("Саябаққа бардыңыз ба?", visited.at("/text/kk").asText());
    assertEquals("За год", visited.at("/hint/ru").asText());
    assertEquals("A1", visited.at("/options/0/code").asText());
    assertEquals("Иә", visited.at("/options/0/text/kk").asText());
    assertTrue(visited.path("required").asBoolean());
    assertEquals("Саябақ", PARK.definition().at("/title/kk").asText());
  }

  @Test
  void subquestionsAreOptionsOfAMultipleChoiceAndRowsOfAGrid() {
    JsonNode did = Converted.question(PARK, "did");
    assertEquals("multiple", did.path("type").asText());
    assertEquals("[\"SQ2\"]", did.path("exclusive").toString());
    assertEquals("[\"other\"]", did.path("open").toString());
    JsonNode views = Converted.question(PARK, "views");
    assertEquals("grid", views.path("type").asText());
    assertEquals("Скамейки", views.at("/rows/1/text/ru").asText());
    assertEquals("Хорошо", views.at("/options/0/text/ru").asText());
    assertEquals("[\"Y\", \"N\"]", codes(Converted.question(PARK, "again")));
  }

  private static String codes(JsonNode question) {
    return question.path("options").findValues("code").toString();
  }

  @Test
  void relevanceIsACondition() {
    assertEquals(
        "{\"visited\":[\"A1\"]}", Converted.question(PARK, "did").path("ask_if").toString());
    assertEquals(
        "{\"did\":[\"SQ1\"]}", Converted.question(PARK, "views").path("ask_if").toString());
    JsonNode age = Converted.question(PARK, "age");
    assertEquals("{\"visited\":[\"A2\"]}", age.path("ask_unless").toString());
    assertEquals(16, age.path("min").asInt());
    assertEquals(
        List.of("qid 15: condition_left_out [again, views_SQ1.NAOK == 'A1' or mood > 3]"),
        Converted.notes(PARK, Loss.CONDITION_LEFT_OUT));
  }

  @Test
  void whatIsLostIsTold() {
    assertEquals(List.of("qid 16: left_out [rank, R]"), Converted.notes(PARK, Loss.LEFT_OUT));
    assertEquals(List.of("qid 17: note_moved [age]"), Converted.notes(PARK, Loss.NOTE_MOVED));
    assertEquals("Спасибо & до встречи", Converted.question(PARK, "age").at("/hint/ru").asText());
    assertEquals(
        List.of("surveyls_welcometext ru: note_left_out [Здравствуйте]"),
        Converted.notes(PARK, Loss.NOTE_LEFT_OUT));
    assertEquals(
        List.of("qid 13: part_left_out [array_filter, did]"),
        Converted.notes(PARK, Loss.PART_LEFT_OUT));
    assertEquals(List.of("qid 11: markup_removed []"), Converted.notes(PARK, Loss.MARKUP_REMOVED));
  }

  @Test
  void olderFilesHaveARowForEachLanguage() {
    byte[] file =
        new Lss()
            .with("surveys", "sid | language", "7 | ru")
            .with(
                "groups",
                "gid | group_name | group_order | language",
                "1 | Первая | 0 | ru",
                "1 | Бірінші | 0 | kk")
            .with(
                "questions",
                "qid | parent_qid | sid | gid | type | title | question | question_order | language | mandatory",
                "1 | 0 | 7 | 1 | ! | q1 | Какой? | 0 | ru | N",
                "1 | 0 | 7 | 1 | ! | q1 | Қандай? | 0 | kk | N")
            .with(
                "answers",
                "qid | code | answer | sortorder | language | scale_id",
                "1 | a | Один | 1 | ru | 0",
                "1 | a | Бір | 1 | kk | 0",
                "1 | b | Два | 2 | ru | 0",
                "1 | b | Екі | 2 | kk | 0")
            .bytes();
    JsonNode question = Converted.question(Converted.of(file, Format.LIMESURVEY), "q1");
    assertEquals("Қандай?", question.at("/text/kk").asText());
    assertEquals(2, question.path("options").size());
    assertEquals("Екі", question.at("/options/1/text/kk").asText());
  }

  @Test
  void whatIsMissingIsWhatTheFileHadNoWordsForAndWhatOnlyTheAuthorKnows() {
    for (String problem : Converted.problems(PARK)) {
      assertTrue(
          problem.contains("disclosure_items") || problem.contains("no words in 'kk'"), problem);
    }
  }
}
