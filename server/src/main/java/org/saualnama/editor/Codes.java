package org.saualnama.editor;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes codes out of words, so that nobody has to think of one, and none is taken twice. */
final class Codes {
  private static final int LONGEST = 28;
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  private Codes() {}

  /**
   * A code like the words, in Latin letters.
   *
   * @param otherwise what to use where the words have no letter or digit
   * @param taken codes that are in use; capital letters alone don't tell two apart
   */
  static String of(String words, String otherwise, Collection<String> taken) {
    String slug = shortened(Latin.of(words).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", ""));
    return unique(slug.isEmpty() ? otherwise : slug, taken);
  }

  /** The code itself or, if it is taken, with the next number behind it. */
  static String unique(String code, Collection<String> taken) {
    Set<String> used =
        taken.stream().map(t -> t.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    String free = code;
    for (int n = 2; used.contains(free.toLowerCase(Locale.ROOT)); n++) {
      free = code.replaceAll("_[0-9]+$", "") + "_" + n;
    }
    return free;
  }

  /** Refuses what can be no code, or is taken. */
  static String checked(String code, Collection<String> taken) {
    if (!WELL_FORMED.matcher(code).matches()) {
      throw Wrong.field(
          "code",
          "malformed_code",
          "A code has up to 40 Latin letters, digits, - and _, and begins with no sign.");
    }
    if (!unique(code, taken).equals(code)) {
      throw Wrong.field(
          "code", "code_taken", "There is a '" + code + "' already. Choose another code.");
    }
    return code;
  }

  private static String shortened(String slug) {
    if (slug.length() <= LONGEST) {
      return slug;
    }
    int end = slug.lastIndexOf('_', LONGEST);
    return slug.substring(0, end > 0 ? end : LONGEST);
  }
}
