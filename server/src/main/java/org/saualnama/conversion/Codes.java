package org.saualnama.conversion;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names from elsewhere codes that are valid and, among those of their kind, unique. */
final class Codes {
  private static final int LONGEST = 40;

  private final Set<String> taken = new HashSet<>();
  private final String otherwise;
  private final Report report;

  /**
   * The codes of one kind.
   *
   * @param otherwise what to number where a name has no letter or digit of ours
   */
  Codes(String otherwise, Report report) {
    this.otherwise = otherwise;
    this.report = report;
  }

  /** A code that nothing of this kind has yet; the report tells where it is another than asked. */
  String of(String wanted, String where) {
    String code = free(wanted);
    if (!code.equals(wanted) && !wanted.isBlank()) {
      report.add(where, Loss.RENAMED, wanted, code);
    }
    return code;
  }

  /** The same without a word. */
  String free(String wanted) {
    String base = valid(wanted);
    if (base.isEmpty()) {
      base = otherwise;
    }
    String code = base;
    for (int i = 2; !taken.add(code.toLowerCase(Locale.ROOT)); i++) {
      String end = "_" + i;
      code = base.substring(0, Math.min(base.length(), LONGEST - end.length())) + end;
    }
    return code;
  }

  /** What of {@code wanted} can stand in a code; empty if nothing can. */
  static String valid(String wanted) {
    String signed = wanted.strip().replaceFirst("^-(?=[0-9])", "minus");
    String code = signed.replaceAll("[^A-Za-z0-9_-]+", "_").replaceFirst("^[_-]+", "");
    String cut = code.substring(0, Math.min(LONGEST, code.length()));
    return cut.replaceFirst("[_-]+$", "");
  }
}
