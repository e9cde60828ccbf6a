package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saualnama.json.Json;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class FormInputTest {
  private final SurveyVersion mayNine = ShippedSurveys.may9();

  @Test
  void fieldsBecomeWhatTheApiTakes() {
    assertAnswers("{'age':'25-34'}", "age", Map.of("age", List.of("25-34")));
    assertAnswers(
        "{'done':['silence','home']}", "done", Map.of("done", List.of("silence", "home")));
    assertAnswers(
        "{'forms_public':{'parade':'should'}}",
        "forms_public",
        Map.of("forms_public.parade", List.of("should"), "forms_public.flowers", List.of("")));
  }

  @Test
  void fieldsOfNoQuestionAreNotLookedAt() {
    assertAnswers("{}", "age", Map.of("region", List.of("KZ-75"), "_go", List.of("next")));
  }

  @Test
  void writingBesideAnOptionChoosesIt() {
    assertAnswers(
        "{'done':['home','other'],'done.other':'Үйде'}",
        "done",
        Map.of("done", List.of("home"), "done.other", List.of(" Үйде\r\n")));
    assertAnswers(
        "{'gender':'another_way','gender.another_way':'x'}",
        "gender",
        Map.of("gender.another_way", List.of("x")));
  }

  @Test
  void writingBesideAnOptionOverridesNoOtherChoice() {
    assertAnswers(
        "{'done':['nothing'],'done.other':'x'}",
        "done",
        Map.of("done", List.of("nothing"), "done.other", List.of("x")));
    assertAnswers(
        "{'gender':'man','gender.another_way':'x'}",
        "gender",
        Map.of("gender", List.of("man"), "gender.another_way", List.of("x")));
  }

  @Test
  void numbersAreNumbersAndTheRestIsLeftForTheRulesToRefuse() {
    SurveyVersion version =
        SmallSurvey.ofPages(
            """
              - page: a
                questions:
                  - {question: a, type: number, text: {en: "A"}, residuals: [hard_to_say]}
            """);
    for (String[] pair :
        new String[][] {
          {" 42 ", "42"}, {"−3", "-3"}, {"a few", "'a few'"}, {"12345678901", "'12345678901'"}
        }) {
      assertAnswers(version, "{'a':" + pair[1] + "}", "a", Map.of("a", List.of(pair[0])));
    }
    assertAnswers(version, "{}", "a", Map.of("a", List.of("")));
    assertAnswers(version, "{'a':'hard_to_say'}", "a", Map.of("a", List.of("", "hard_to_say")));
    assertAnswers(
        version, "{'a':['4','hard_to_say']}", "a", Map.of("a", List.of("4", "hard_to_say")));
  }

  @Test
  void textLosesWhatCannotBeStoredAndNothingElse() {
    assertEquals("ә\nқ й 😀\tң", FormInput.clean(" ә\r\nқ и\u0306 \u0000\ud800😀\tң\u0007\u009f "));
  }

  @Test
  void answersGoBackIntoTheFieldsTheyCameFrom() {
    Map<String, List<String>> fields =
        Map.of(
            "done", List.of("home", "other"),
            "done.other", List.of("x"),
            "forms_public.parade", List.of("should"));
    Fields back =
        FormInput.fields(
            FormInput.answers(List.copyOf(mayNine.questions().values()), new Fields(fields)));
    assertEquals(fields, back.values());
  }

  private void assertAnswers(String json, String question, Map<String, List<String>> fields) {
    assertAnswers(mayNine, json, question, fields);
  }

  private static void assertAnswers(
      SurveyVersion version, String json, String question, Map<String, List<String>> fields) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Json.readUntrusted(bytes),
        Json.readUntrusted(
            Json.write(
                FormInput.answers(
                    List.of(version.questions().get(question)), new Fields(fields)))));
  }
}
