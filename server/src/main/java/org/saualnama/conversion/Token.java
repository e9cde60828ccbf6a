package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.conversion.Expression.NotSimple;

/** A word of an expression, in the one way of writing that the three formats' ways come down to. */
record Token(Kind kind, String text) {
  /** What a token is. */
  enum Kind {
    NAME,
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  private static final int LONGEST = 2000;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:\\$?\\{([^{}]{1,200})\\}" // a name between braces
              + "|(\\d{1,9}X\\d{1,9}X\\w{1,60}(?:\\.\\w{1,20})?|[A-Za-z_]\\w{0,99}(?:\\.\\w{1,20})?)"
              + "|'([^']*)'|\"([^\"]*)\""
              + "|(-?\\d{1,12}(?:\\.\\d{1,6})?)"
              + "|(==|!=|<>|<=|>=|&&|\\|\\||[=<>!(),\\[\\]]))");
  private static final Map<String, String> SAME =
      Map.of(
          "&&",
          "and",
          "||",
          "or",
          "!",
          "not",
          "==",
          "=",
          "eq",
          "=",
          "<>",
          "!=",
          "ne",
          "!=",
          "notequal",
          "!=",
          "equal",
          "=");
  private static final Map<String, String> ORDERED =
      Map.of(
          "lt",
          "<",
          "le",
          "<=",
          "gt",
          ">",
          "ge",
          ">=",
          "less",
          "<",
          "lessorequal",
          "<=",
          "greater",
          ">",
          "greaterorequal",
          ">=");

  /** The tokens of an expression, with an end. */
  static List<Token> of(String expression) throws NotSimple {
    if (expression.length() > LONGEST) {
      throw new NotSimple("too long");
    }
    List<Token> tokens = new ArrayList<>();
    String text = expression.strip();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        throw new NotSimple("unknown sign");
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static Token token(Matcher found) {
    if (found.group(1) != null) {
      return new Token(Kind.NAME, found.group(1).strip());
    }
    if (found.group(2) != null) {
      String low = found.group(2).toLowerCase(Locale.ROOT);
      String sign = SAME.getOrDefault(low, ORDERED.getOrDefault(low, ""));
      return sign.isEmpty() ? new Token(Kind.WORD, found.group(2)) : new Token(Kind.SIGN, sign);
    }
    if (found.group(3) != null || found.group(4) != null) {
      return new Token(Kind.TEXT, found.group(3) != null ? found.group(3) : found.group(4));
    }
    if (found.group(5) != null) {
      return new Token(Kind.NUMBER, found.group(5));
    }
    return new Token(Kind.SIGN, SAME.getOrDefault(found.group(6), found.group(6)));
  }

  /** Whether it is this sign, or this word in any capitals. */
  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equalsIgnoreCase(sign);
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.WORD;
  }

  boolean isValue() {
    return kind == Kind.TEXT || kind == Kind.NUMBER;
  }
}
