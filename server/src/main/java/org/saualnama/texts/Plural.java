package org.saualnama.texts;

/**
 * Which form of a word goes with a number, by the plural rules of Unicode CLDR for whole numbers.
 * Kazakh words keep their form after a number.
 */
final class Plural {
  private Plural() {}

  /** {@code one}, {@code few} or {@code many}: what keys end in. */
  static String form(String language, long number) {
    return "ru".equals(language) ? russian(number) : number == 1 ? "one" : "many";
  }

  private static String russian(long number) {
    long tens = number % 100;
    long ones = number % 10;
    if (ones == 1 && tens != 11) {
      return "one";
    }
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
  }
}
