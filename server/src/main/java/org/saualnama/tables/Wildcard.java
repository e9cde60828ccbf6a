package org.saualnama.tables;

/**
 * A pattern in which {@code *} stands for any signs and {@code ?} for one, matched without a
 * regular expression: patterns are strangers', and one with many stars would keep a core busy for
 * years.
 */
record Wildcard(String pattern) {
  private static final int NONE = -1;

  static boolean isIn(String expression) {
    return expression.indexOf('*') >= 0 || expression.indexOf('?') >= 0;
  }

  /** Takes at most as many steps as the pattern has signs, times those of {@code code}. */
  boolean fits(String code) {
    int at = 0;
    int star = NONE;
    int after = 0;
    int i = 0;
    while (i < code.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        after = i;
      } else if (at < pattern.length() && isOne(pattern.charAt(at), code.charAt(i))) {
        at++;
        i++;
      } else if (star != NONE) {
        // The last star takes one sign more; what came before it need not be looked at again.
        at = star + 1;
        i = ++after;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(sign -> sign == '*');
  }

  private static boolean isOne(char asked, char sign) {
    return asked == '?' || asked == sign;
  }
}
