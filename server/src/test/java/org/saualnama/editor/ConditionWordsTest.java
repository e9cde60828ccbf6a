package org.saualnama.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/** Conditions as sentences, in each language. */
final class ConditionWordsTest {
  private final ObjectNode river = Sample.river();

  private List<String> said(String language, String question) {
    return new ConditionWords(river, new Words(new Texts(), language))
        .of(Parts.question(river, question).node());
  }

  @Test
  void areSaidInTheReadersLanguage() {
    assertEquals(
        List.of("Asked if “Swims” is “Yes” and “Which bank do you live on?” is “Left” or “Right”."),
        said("en", "places"));
    assertEquals(
        List.of(
            "«Шомылу» сұрағының жауабы – «Иә» және «Қай жағалауда тұрасыз?» сұрағының жауабы –"
                + " «Сол» немесе «Оң» болса, сұралады."),
        said("kk", "places"));
    assertEquals(
        List.of("Не задаётся, если «Which bank do you live on?» – «On an island»."),
        said("ru", "clean"));
  }

  @Test
  void nameTheRowOfAGridAndWhatIsAnsweredWithoutAsking() {
    assertEquals(List.of("Asked if “Should there be: A dam” is “Should”."), said("en", "why"));
    assertEquals(
        List.of(
            "Answered as “Village” without asking if “Which bank do you live on?” is “On an"
                + " island”."),
        said("en", "settlement"));
    assertEquals(List.of(), said("en", "swim"));
  }

  @Test
  void fallBackOnTheCodesOfWhatIsNotThere() {
    ((ObjectNode) Parts.question(river, "clean").node().get("ask_unless"))
        .removeAll()
        .putArray("gone")
        .add("x");
    assertEquals(List.of("Not asked if “gone” is “x”."), said("en", "clean"));
  }
}
