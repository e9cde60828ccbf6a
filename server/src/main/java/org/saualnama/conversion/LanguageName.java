package org.saualnama.conversion;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What files call languages: {@code ru}, {@code ru-KZ}, {@code Russian (ru)}, {@code Русский}. */
final class LanguageName {
  private static final Pattern TAG =
      Pattern.compile("(?:.*\\()?\\s*([a-z]{2,3})(?:[-_][a-z0-9-]{1,20})?\\s*\\)?");
  private static final Map<String, String> TAGS =
      Map.of("kk", "kk", "kaz", "kk", "ru", "ru", "rus", "ru", "en", "en", "eng", "en");
  private static final Map<String, String> NAMES =
      Map.of(
          "kazakh",
          "kk",
          "қазақ",
          "kk",
          "қазақша",
          "kk",
          "қазақ тілі",
          "kk",
          "казахский",
          "kk",
          "russian",
          "ru",
          "русский",
          "ru",
          "орысша",
          "ru",
          "english",
          "en",
          "ағылшынша",
          "en");

  private LanguageName() {}

  /** The language as surveys here call it; empty if none has it. */
  static String known(String name) {
    String low = name.strip().toLowerCase(Locale.ROOT);
    if (low.length() > 60) {
      return "";
    }
    if (NAMES.containsKey(low)) {
      return NAMES.get(low);
    }
    Matcher tag = TAG.matcher(low);
    return tag.matches() ? TAGS.getOrDefault(tag.group(1), "") : "";
  }
}
