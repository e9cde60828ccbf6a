package org.saualnama.survey;

import static org.saualnama.survey.River.GOOD;

import org.junit.jupiter.api.Test;

final class LanguagesTest {

  @Test
  void aMissingLanguageIsNamedWhereverTheTextStands() {
    GOOD.with("{en: \"Dirty\", kk: \"Лас\"}", "{en: \"Dirty\"}")
        .hasProblem("scale: {", "'scale.low' of question 'clean' has no words in 'kk'", "add 'kk'");
    GOOD.with("{en: \"Bridge\", kk: \"Көпір\"}", "{kk: \"Көпір\"}")
        .hasProblem("code: bridge", "'text' of option 'bridge' of question 'places'", "'en'");
    GOOD.with("{en: \"Something else\", kk: \"Басқаша\"}", "{en: \"Something else\"}")
        .hasProblem("other: {en: \"Something", "wording 'bathe' of question 'swim'");
    GOOD.with("{en: \"Raking\", kk: \"Рейкинг\"}", "{en: \"Raking\"}")
        .hasProblem("weighting: {en", "'disclosure_items.weighting' has no words in 'kk'");
  }

  @Test
  void blankWordsAreNone() {
    GOOD.with("\"Көпір\"", "\" \"").hasProblem("code: bridge", "has no words in 'kk'");
  }

  @Test
  void aLanguageTooManyIsNamedOnItsLine() {
    GOOD.with(
            "hint: {en: \"Last summer\", kk: \"Былтыр жазда\"}",
            "hint:\n          en: Last summer\n          kk: Былтыр\n          ru: Прошлым летом")
        .hasProblem(
            "          ru: Прошлым", "'hint' of question 'swim' has words in 'ru'", "remove");
  }
}
