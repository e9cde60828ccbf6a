package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes made of words in any of the languages. */
final class CodesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How often do you read?|how_often_do_you_read",
        "Как часто Вы читаете?|kak_chasto_vy_chitaete",
        "Қай қалада тұрасыз?|qai_qalada_turasyz",
        "Ещё съёмка, щука|eshche_semka_shchuka",
        "Үй-жай әрі һәм|ui_zhai_ari_ham",
        "Café «à la carte»|cafe_a_la_carte",
        "18–29|18_29",
        "???|question",
        "A sentence that is much too long for a code|a_sentence_that_is_much_too"
      })
  void areSpelledInLatinLetters(String words, String code) {
    assertEquals(code, Codes.of(words, "question", List.of()));
  }

  @Test
  void areNumberedWhereTheyAreTaken() {
    assertEquals("yes_2", Codes.of("Yes", "option", List.of("YES")));
    assertEquals("yes_3", Codes.of("Yes", "option", List.of("yes", "yes_2")));
    assertEquals("yes_3", Codes.unique("yes_2", List.of("yes", "yes_2")));
  }
}
