package org.saualnama.editor;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spells Kazakh and Russian in plain Latin letters, roughly: for codes, not for readers. */
final class Latin {
  private static final Map<Integer, String> LETTERS = letters();

  private Latin() {}

  /** In lower case; what is no letter stays as it is. */
  static String of(String words) {
    StringBuilder latin = new StringBuilder();
    Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> latin.append(LETTERS.getOrDefault(letter, Character.toString(letter))));
    return Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static Map<Integer, String> letters() {
    Map<Integer, String> letters = new HashMap<>();
    List<String> one =
        List.of("абвгдезийклмнопрстуфцыэіәғқңөұүһ", "abvgdeziiklmnoprstufcyeiagqnouuh");
    for (int i = 0; i < one.get(0).length(); i++) {
      letters.put((int) one.get(0).charAt(i), one.get(1).substring(i, i + 1));
    }
    Map.of(
            "ё", "e", "ж", "zh", "х", "kh", "ч", "ch", "ш", "sh", "щ", "shch", "ю", "yu", "я", "ya",
            "ъ", "", "ь", "")
        .forEach((letter, latin) -> letters.put(letter.codePointAt(0), latin));
    return letters;
  }
}
