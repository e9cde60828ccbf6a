package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saualnama.submission.Shown;
import org.saualnama.survey.Question;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class PresentationTest {
  private final SurveyVersion version = ShippedSurveys.may9();

  @Test
  void anOrderIsTheSameInEveryLanguageAndEveryTime() {
    for (long seed = 0; seed < 50; seed++) {
      for (Question question : version.questions().values()) {
        if (!question.order().byName()) {
          List<String> codes = presentation(seed, "kk").codes(question);
          assertEquals(codes, presentation(seed, "ru").codes(question));
          assertEquals(new HashSet<>(question.codes()), new HashSet<>(codes));
          assertEquals(question.codes().size(), codes.size());
        }
      }
    }
  }

  @Test
  void residualsStayLastAndUnnamedOptionsWhereTheyAre() {
    for (long seed = 0; seed < 50; seed++) {
      List<String> done = presentation(seed, "ru").codes(question("done"));
      assertEquals(
          List.of("other", "nothing", "hard_to_say", "prefer_not_to_say"), done.subList(8, 12));
    }
  }

  @Test
  void regionsFollowTheAlphabetOfTheLanguage() {
    List<String> kazakh = presentation(1, "kk").codes(question("region"));
    assertEquals(List.of("KZ-10", "KZ-11", "KZ-15", "KZ-75", "KZ-19"), kazakh.subList(0, 5));
    assertEquals(List.of("outside_kazakhstan", "prefer_not_to_say"), kazakh.subList(20, 22));
    assertEquals("KZ-59", presentation(1, "en").codes(question("region")).get(12));
  }

  @Test
  void eachOptionOfAPairComesFirstForAboutHalfAndIndependentlyOfOtherQuestions() {
    Map<String, Integer> counts = new HashMap<>();
    Random seeds = new Random(20260509);
    int respondents = 4000;
    for (int i = 0; i < respondents; i++) {
      Shown shown = presentation(seeds.nextLong(), "en").shown(version.questions().keySet());
      String both =
          shown.first().get("meaning")
              + " "
              + shown.first().get("feeling")
              + " "
              + shown.wording().get("day_name");
      counts.merge(both, 1, Integer::sum);
    }
    assertEquals(8, counts.size());
    // A standard deviation is 21: five of them.
    counts.forEach((both, n) -> assertTrue(Math.abs(n - respondents / 8) < 105, both + " " + n));
  }

  @Test
  void onlyWhatWasAskedIsToldAndAsItWasShown() {
    Presentation presentation = presentation(7, "ru");
    Shown shown = presentation.shown(Set.of("meaning", "day_name"));
    assertEquals(Set.of("meaning"), shown.first().keySet());
    assertEquals(Set.of("day_name"), shown.wording().keySet());
    assertEquals(presentation.codes(question("meaning")).get(0), shown.first().get("meaning"));
    assertEquals(
        "remembrance_first".equals(shown.wording().get("day_name")),
        presentation.label(question("day_name"), "both").equals("День памяти и Победы"));
  }

  private Question question(String code) {
    return version.questions().get(code);
  }

  private Presentation presentation(long seed, String language) {
    return new Presentation(version, seed, language);
  }
}
