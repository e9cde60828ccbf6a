package org.saualnama.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AlphabetTest {
  @Test
  void kazakhLettersStandWhereKazakhSchoolsPutThem() {
    assertSorted(
        "kk",
        List.of(
            "Абай",
            "Ақмола",
            "Алматы қаласы",
            "Алматы облысы",
            "Әулиеата",
            "Бурабай",
            "Ғабит",
            "Жамбыл",
            "Жетісу",
            "Көкшетау",
            "Қарағанды",
            "Қостанай",
            "Қызылорда",
            "Нұра",
            "Оңтүстік",
            "Өскемен",
            "Солтүстік",
            "Түркістан",
            "Ұлытау",
            "Үржар",
            "Шығыс",
            "Ыбырай",
            "Іле"));
  }

  @Test
  void aNameThatBeginsAnotherComesFirst() {
    assertSorted("kk", List.of("Абай", "Абай облысы", "Абайлы"));
  }

  @Test
  void aLeadingWordInLowerCaseIsNotTheName() {
    assertSorted(
        "ru", List.of("область Абай", "Акмолинская область", "город Астана", "Жамбылская область"));
  }

  @Test
  void namesWithoutACapitalAreSortedWhole() {
    assertSorted("en", List.of("another day", "never", "ordinary day"));
  }

  private static void assertSorted(String language, List<String> sorted) {
    List<String> names = new ArrayList<>(sorted);
    Collections.shuffle(names, new Random(9));
    names.sort(Alphabet.of(language));
    assertEquals(sorted, names);
  }
}
