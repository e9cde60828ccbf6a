package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.texts.Texts;

/** Hints that trip where they should, and keep quiet where they should. */
final class HintsTest {
  private static List<String> ofText(String language, String words) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    QuestionEdits.add("", "text", language, words).on(tree);
    return kinds(tree);
  }

  private static List<String> kinds(JsonNode tree) {
    return Hints.of(tree).stream().map(Hint::kind).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|How satisfied are you with the price and the quality of the bread?",
        "en|Do you swim and/or fish?",
        "en|Do you like the park, and do you often go there?",
        "en|Do you read? And what?",
        "ru|Довольны ли Вы ценой и качеством хлеба?",
        "ru|Вы плаваете и/или рыбачите?",
        "ru|Где Вы живёте и как часто бываете в парке?",
        "ru|Читаете ли Вы и любите ли Вы читать?",
        "kk|Нанның бағасы мен сапасы және дәмі ұнай ма?",
        "kk|Шомыласыз ба және балық аулайсыз ба?",
        "kk|Қайда тұрасыз және қанша уақыт тұрасыз?",
        "kk|Шомылу және/немесе балық аулау"
      })
  void twoThingsAskedAtOnceAreNoticed(String language, String words) {
    assertEquals(List.of("double_barrelled"), ofText(language, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|How many brothers and sisters do you have?",
        "en|Do you live between the river and the hill?",
        "en|Do you agree that the road between the school and the park is safe?",
        "en|Which of these do you use?",
        "ru|Сколько у Вас братьев и сестёр?",
        "ru|Вы живёте между рекой и горой?",
        "ru|Какие из этих мест Вы знаете?",
        "ru|Что и где Вы читаете?",
        "kk|Қанша аға-әпкеңіз және іні-қарындасыңыз бар?",
        "kk|Өзен мен таудың арасында тұрасыз ба?"
      })
  void oneThingAskedIsLeftAlone(String language, String words) {
    assertEquals(List.of(), ofText(language, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Don't you think that the park is too small?",
        "en|The park is obviously small. How large should it be?",
        "en|Most people think that the park is too small. What do you think?",
        "ru|Согласитесь, парк маловат?",
        "ru|Не считаете ли Вы, что парк маловат?",
        "ru|Как известно, парк маловат. А что думаете Вы?",
        "kk|Саябақ тым кішкентай, солай емес пе?",
        "kk|Саябақ тым кішкентай деп ойламайсыз ба?",
        "kk|Әрине, саябақ кішкентай. Сіз қалай ойлайсыз?"
      })
  void wordsThatSuggestAnAnswerAreNoticed(String language, String words) {
    assertEquals(List.of("leading"), ofText(language, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|How large or small is the park?",
        "en|How clearly do you see the signs?",
        "ru|Насколько большой этот парк?",
        "ru|Очевидец какого события Вы?",
        "kk|Саябақ қаншалықты үлкен?"
      })
  void neutralWordsAreLeftAlone(String language, String words) {
    assertEquals(List.of(), ofText(language, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Excellent/Good/Fair/Poor|unbalanced",
        "en|Very satisfied/Satisfied/Rather satisfied/Dissatisfied|unbalanced",
        "en|Very good/Good/Bad/Very bad|",
        "en|Strongly agree/Agree/Neither/Disagree/Strongly disagree|",
        "en|Bread/Milk/Tea|",
        "ru|Отлично/Хорошо/Нормально/Плохо|unbalanced",
        "ru|Полностью согласен/Скорее согласен/Скорее не согласен/Совсем не согласен|",
        "kk|Өте жақсы/Жақсы/Жаман|unbalanced",
        "kk|Келісемін/Ішінара келісемін/Ішінара келіспеймін/Келіспеймін|"
      })
  void answersThatLeanToOneSideAreNoticed(String language, String options, String kind) {
    ObjectNode tree = Sample.tree("sensitivity: ordinary");
    QuestionEdits.add("", "single", language, "How is it?").on(tree);
    String code = tree.path("core").asText();
    OptionEdits.add(code, OptionEdits.Kind.OPTION, language, options.replace('/', '\n')).on(tree);
    assertEquals(kind == null ? List.of() : List.of(kind), kinds(tree));
  }

  @Test
  void aScaleWhoseZeroIsNotItsMiddleIsNoticed() {
    ObjectNode tree = Sample.tree("sensitivity: ordinary");
    QuestionEdits.add("", "scale", "en", "How warm?").on(tree);
    assertEquals(List.of(), kinds(tree));
    SettingEdits.number("how_warm", "scale.from", "-2").on(tree);
    assertEquals(List.of("unbalanced_scale"), kinds(tree));
    SettingEdits.number("how_warm", "scale.to", "2").on(tree);
    assertEquals(List.of(), kinds(tree));
  }

  @Test
  void aSensitiveSurveyLetsPeopleRefuse() {
    ObjectNode tree = Sample.tree("residual_options: {prefer_not_to_say: {en: No answer}}");
    QuestionEdits.add("", "scale", "en", "How warm?").on(tree);
    assertEquals(List.of("no_prefer_not"), kinds(tree));
    SettingEdits.flag("how_warm", "required", true).on(tree);
    assertEquals(List.of("must_answer"), kinds(tree));
    SettingEdits.marked("how_warm", "residuals", List.of("prefer_not_to_say")).on(tree);
    assertEquals(List.of(), kinds(tree));
    tree.put("sensitivity", "ordinary");
    SettingEdits.marked("how_warm", "residuals", List.of()).on(tree);
    assertEquals(List.of("must_answer"), kinds(tree));
    SettingEdits.flag("how_warm", "required", false).on(tree);
    assertEquals(List.of(), kinds(tree));
  }

  @Test
  void codesThatOnlyCapitalsTellApartAreNoticedAcrossQuestions() {
    ObjectNode tree = Sample.river();
    assertTrue(!kinds(tree).contains("case_codes"));
    OptionEdits.rename("plans", OptionEdits.Kind.OPTION, "should", "YES").on(tree);
    assertTrue(Hints.of(tree).contains(Hint.of("plans", "case_codes", "YES", "yes")));
  }

  @Test
  void aTextOfAnyLengthIsReadInNoTime() {
    assertEquals(
        List.of("long_question"), ofText("en", "Are you happy, " + "happy ".repeat(100_000)));
    assertEquals("a" + " ".repeat(500_000) + "b", TextEdits.tidy("a" + " ".repeat(500_000) + "b"));
  }

  @Test
  void whatAPhoneCantShowIsNoticed() {
    assertEquals(List.of("long_question"), ofText("en", "word ".repeat(50)));
    ObjectNode tree = Sample.tree("sensitivity: ordinary");
    QuestionEdits.add("", "single", "en", "Which?").on(tree);
    OptionEdits.add("which", OptionEdits.Kind.OPTION, "en", "word ".repeat(20)).on(tree);
    assertEquals(List.of("long_option"), kinds(tree));
  }

  @Test
  void theShippedSurveysGetFewHints() {
    for (String file : List.of("may9-kz.yaml", "event-feedback.yaml")) {
      List<Hint> hints = Hints.of(Sample.shipped(file));
      assertTrue(hints.size() <= 8, file + " " + hints);
    }
  }

  @Test
  void everyKindHasAReasonAndAMendInEveryLanguage() {
    Texts texts = new Texts();
    for (String language : texts.languages()) {
      for (String kind :
          List.of(
              "double_barrelled",
              "leading",
              "long_question",
              "long_option",
              "unbalanced",
              "unbalanced_scale",
              "no_prefer_not",
              "must_answer",
              "case_codes")) {
        assertTrue(texts.find(language, "hint." + kind).isPresent(), kind);
        assertTrue(texts.find(language, "hint." + kind + ".mend").isPresent(), kind);
      }
    }
  }

  @Test
  void whatIsMissingIsCountedByLanguage() {
    ObjectNode tree = Sample.river();
    JsonNode swim = Parts.question(tree, "swim").node();
    assertTrue(Missing.in(swim, List.of("en", "kk")).isEmpty());
    assertEquals(8, Missing.in(swim, List.of("en", "kk", "ru")).get("ru"));
    TextEdits.ofQuestion("swim", "text", "kk", "").on(tree);
    TextEdits.ofQuestion("swim", "text", "en", "").on(tree);
    assertEquals(1, Missing.in(swim, List.of("kk")).get("kk"));
  }
}
