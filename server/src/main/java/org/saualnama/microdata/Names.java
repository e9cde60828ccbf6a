package org.saualnama.microdata;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of variables that every program takes: Stata's 32 characters, SPSS's disregard for case,
 * and the words that either keeps for itself.
 */
final class Names {
  private static final int LONGEST = 32;

  private static final Set<String> RESERVED =
      Set.of(
          "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with", "byte",
          "double", "float", "if", "in", "int", "long", "str", "strl", "using", "_all", "_b", "_n",
          "_cons", "_pi", "_rc", "_skip", "_coef", "_pred");

  private final Set<String> taken = new HashSet<>();

  /** A name made of {@code code}, unlike all before. */
  String of(String code) {
    String safe = code.replaceAll("[^A-Za-z0-9_]", "_");
    if (!safe.matches("[A-Za-z].*") || safe.matches("(?i)str[0-9]+")) {
      safe = "q" + safe;
    }
    String name = cut(safe, LONGEST);
    for (int i = 2; isTaken(name); i++) {
      String end = "_" + i;
      name = cut(safe, LONGEST - end.length()) + end;
    }
    taken.add(name.toLowerCase(Locale.ROOT));
    return name;
  }

  private boolean isTaken(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return RESERVED.contains(plain) || taken.contains(plain);
  }

  private static String cut(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length);
  }
}
