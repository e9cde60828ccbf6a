package org.saualnama.texts;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The order of names in a reader's alphabet. A leading word in lower case is no name ("город
 * Астана" belongs under А), and Java's own order of Kazakh letters is that of no Kazakh school.
 */
public final class Alphabet {
  private static final String KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

  private static final Pattern NO_NAME = Pattern.compile("^(?:\\p{Ll}[^ ]* +)+(?=\\p{Lu})");

  // Costs some thousand times a comparison: built once, when first a list is in Kazakh order.
  private static final Collator KAZAKH_ORDER = kazakh();

  private Alphabet() {}

  /** Compares names as the readers of {@code language} would look them up. */
  public static Comparator<String> of(String language) {
    // A copy of one's own, for comparing locks the collator.
    Collator collator =
        "kk".equals(language) ? (Collator) KAZAKH_ORDER.clone() : ofLocale(language);
    return (a, b) -> collator.compare(name(a), name(b));
  }

  private static Collator ofLocale(String language) {
    return Collator.getInstance(Locale.forLanguageTag(language));
  }

  private static Collator kazakh() {
    StringBuilder rules = new StringBuilder("< ' ' < '-'");
    "0123456789".chars().forEach(c -> rules.append(" < ").append((char) c));
    "abcdefghijklmnopqrstuvwxyz".chars().forEach(c -> addLetter(rules, (char) c));
    KAZAKH.chars().forEach(c -> addLetter(rules, (char) c));
    try {
      return new RuleBasedCollator(rules.toString());
    } catch (ParseException e) {
      throw new IllegalStateException("the Kazakh alphabet is no rule", e);
    }
  }

  private static void addLetter(StringBuilder rules, char letter) {
    rules.append(" < ").append(letter).append(" , ").append(Character.toUpperCase(letter));
  }

  /** What is left without leading words in lower case; all of it if nothing else is there. */
  private static String name(String label) {
    String name = NO_NAME.matcher(label).replaceFirst("");
    return name.isEmpty() ? label : name;
  }
}
