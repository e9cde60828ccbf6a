package org.saualnama.survey;

/** Text between quotes, so that any reader of YAML gives it back to the letter. */
final class YamlText {
  private YamlText() {}

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default -> isPlain(c) ? Character.toString(c) : String.format("\\u%04X", c);
    };
  }

  /** Whether YAML allows it as it is, and no editor takes it for the end of a line. */
  static boolean isPlain(int c) {
    boolean control = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    boolean noText =
        c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || Character.getType(c) == Character.SURROGATE;
    return !control && !noText;
  }
}
