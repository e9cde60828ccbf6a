package org.saualnama.conversion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as plain text, which is all that a form here shows. */
final class Plain {
  static final int LONGEST = 4000;

  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|h\\d|tr)\\s*>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,2000}>|</?[A-Za-z]>");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,6});");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\x{a0}]+");

  private Plain() {}

  /** Without marks, references to characters, and what can't be stored. */
  static String text(String raw) {
    String start = raw.length() > 8 * LONGEST ? raw.substring(0, 8 * LONGEST) : raw;
    String plain = TAG.matcher(BREAK.matcher(start).replaceAll("\n")).replaceAll("");
    plain =
        ENTITY
            .matcher(plain)
            .replaceAll(
                found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    plain = storable(plain);
    plain = BLANKS.matcher(plain).replaceAll(" ").replaceAll(" ?\n ?", "\n");
    return plain.replaceAll("\n{3,}", "\n\n").strip();
  }

  /** Whether {@code raw} has marks that {@link #text} takes away. */
  static boolean hasMarkup(String raw) {
    return TAG.matcher(raw).find();
  }

  /** On one line. */
  static String line(String text) {
    return storable(text).replaceAll("\\s+", " ").strip();
  }

  private static String storable(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !isHidden(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static String character(String name, String whole) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("x", 1);
      String digits = name.substring(hex ? 2 : 1);
      if (digits.isEmpty() || (!hex && !digits.chars().allMatch(Character::isDigit))) {
        return whole;
      }
      int c = Integer.parseInt(digits, hex ? 16 : 10);
      return Character.isValidCodePoint(c) ? Character.toString(c) : "";
    }
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      case "laquo" -> "«";
      case "raquo" -> "»";
      case "ndash" -> "–";
      case "mdash" -> "—";
      case "hellip" -> "…";
      default -> whole;
    };
  }
}
