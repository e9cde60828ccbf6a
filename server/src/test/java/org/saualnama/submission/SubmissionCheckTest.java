package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class SubmissionCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  @Test
  void takesACompleteSubmission() {
    Checked checked =
        check(
            """
            {"age":"25-34","region":"KZ-63","meaning":"both","certainty":"fairly",
             "done":["flowers","other"],"done.other":"planted trees",
             "forms_public":{"parade":"no_difference","flowers":"hard_to_say"},
             "settlement":"village","gender":"another_way"}
            """);
    assertEquals(List.of(), checked.problems());
    Answers answers = checked.submission().orElseThrow().answers();
    assertEquals(List.of("flowers", "other"), answers.choices().get("done"));
    assertEquals(List.of("hard_to_say"), answers.choices().get("forms_public.flowers"));
    assertEquals("planted trees", answers.texts().get("done.other"));
  }

  @Test
  void anAnswerThatEarlierAnswersGiveIsFilledIn() {
    Checked checked = check("{'age':'25-34','region':'KZ-75'}");
    assertEquals(
        List.of("national_city"),
        checked.submission().orElseThrow().answers().choices().get("settlement"));
  }

  @Test
  void namesAllProblemsAtOnceByQuestion() {
    assertEquals(
        Set.of(
            "age required",
            "region unknown_code",
            "certainty not_asked",
            "done exclusive",
            "symbols wrong_shape",
            "nonsense unknown_question"),
        problems(
            """
            {"region":"KZ-99","meaning":"hard_to_say","certainty":"very",
             "done":["flowers","nothing"],"symbols":"no_symbol","nonsense":1}
            """));
  }

  @Test
  void anEmptyAnswerToARequiredQuestionIsNone() {
    assertEquals(Set.of("age wrong_shape", "region required"), problems("{'age':[],'symbols':[]}"));
  }

  @Test
  void aScreenedOutRespondentIsRefused() {
    assertEquals(Set.of("age screened_out"), problems("{'age':'under_18','region':'KZ-63'}"));
  }

  @Test
  void anAnswerToAQuestionWhoseAnswerIsGivenIsRefused() {
    assertEquals(
        Set.of("settlement not_asked"),
        problems("{'age':'25-34','region':'KZ-75','settlement':'village'}"));
  }

  @Test
  void theTextOfAnOptionNotChosenIsRefused() {
    assertEquals(
        Set.of("done.other not_chosen"),
        problems("{'age':'25-34','region':'KZ-63','done':['flowers'],'done.other':'x'}"));
  }

  @Test
  void aRepeatedCodeATooLongTextAndAnUnknownRowAreRefused() {
    assertEquals(
        Set.of("done repeated", "done.other too_long", "forms_public unknown_row"),
        problems(
            "{'age':'25-34','region':'KZ-63','done':['flowers','flowers','other'],'done.other':'"
                + "x".repeat(2001)
                + "','forms_public':{'fair':'should'}}"));
  }

  @Test
  void withoutConsentNothingIsTaken() {
    SentSubmission sent =
        new SentSubmission(
            1, "kk", false, answers("{'age':'25-34','region':'KZ-63'}"), Shown.NOTHING);
    assertEquals(Set.of("consent no_consent"), names(sent.checkedAgainst(MAY9)));
  }

  @Test
  void whatWasShownMustBeOfTheDefinition() {
    Map<String, JsonNode> answers = answers("{'age':'25-34','region':'KZ-63'}");
    Shown fine = new Shown(Map.of("meaning", "remembrance"), Map.of("day_name", "victory_first"));
    Shown wrong = new Shown(Map.of("done", "flowers"), Map.of("meaning", "victory_first"));
    assertTrue(
        new SentSubmission(1, "ru", true, answers, fine).checkedAgainst(MAY9).problems().isEmpty());
    assertEquals(
        Set.of("first.done not_shown", "wording.meaning not_shown"),
        names(new SentSubmission(1, "ru", true, answers, wrong).checkedAgainst(MAY9)));
  }

  @Test
  void numbersAndScalesAreCheckedByTheirRange() {
    SurveyVersion feedback = ShippedSurveys.eventFeedback();
    String scale = feedback.survey().core();
    Map<String, JsonNode> answers = new HashMap<>();
    answers.put(scale, JSON.getNodeFactory().numberNode(6));
    assertEquals(
        Set.of(scale + " unknown_code"),
        names(new SentSubmission(1, "en", true, answers, Shown.NOTHING).checkedAgainst(feedback)));
    answers.put(scale, JSON.getNodeFactory().numberNode(5));
    assertTrue(
        new SentSubmission(1, "en", true, answers, Shown.NOTHING)
            .checkedAgainst(feedback)
            .problems()
            .isEmpty());
  }

  private static Checked check(String answers) {
    return new SentSubmission(1, "en", true, answers(answers), Shown.NOTHING).checkedAgainst(MAY9);
  }

  private static Set<String> problems(String answers) {
    return names(check(answers));
  }

  private static Set<String> names(Checked checked) {
    Set<String> names = new TreeSet<>();
    checked
        .problems()
        .forEach(
            p -> names.add(p.field() + " " + p.kind().name().toLowerCase(java.util.Locale.ROOT)));
    return names;
  }

  private static Map<String, JsonNode> answers(String json) {
    try {
      Map<String, JsonNode> answers = new HashMap<>();
      JSON.readTree(json.replace('\'', '"'))
          .properties()
          .forEach(property -> answers.put(property.getKey(), property.getValue()));
      return answers;
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
