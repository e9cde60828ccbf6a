package org.saualnama.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final Texts texts = new Texts();

  @Test
  void everyLanguageHasTheSameKeysWithTheSamePlaces() {
    Set<String> english = new TreeSet<>(texts.keys("en"));
    for (String language : texts.languages()) {
      assertEquals(english, new TreeSet<>(texts.keys(language)), language);
      for (String key : english) {
        assertFalse(texts.text(language, key).isBlank(), language + " " + key);
        assertEquals(places("en", key), places(language, key), language + " " + key);
      }
    }
  }

  @Test
  void placesAreFilled() {
    assertEquals("Page 3 of about 15", texts.text("en", "progress", 3, 15));
  }

  private Set<String> places(String language, String key) {
    return PLACE
        .matcher(texts.text(language, key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
