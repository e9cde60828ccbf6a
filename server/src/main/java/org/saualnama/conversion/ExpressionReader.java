package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.saualnama.conversion.Expression.All;
import org.saualnama.conversion.Expression.Answered;
import org.saualnama.conversion.Expression.Any;
import org.saualnama.conversion.Expression.Compared;
import org.saualnama.conversion.Expression.Is;
import org.saualnama.conversion.Expression.Not;
import org.saualnama.conversion.Expression.NotSimple;
import org.saualnama.conversion.Token.Kind;

/**
 * Reads what XLSForm, LimeSurvey and SurveyJS write about when a question is asked: comparisons of
 * answers with values, {@code selected()}, and, or, not. Anything else is not simple.
 */
final class ExpressionReader {
  private static final int DEEPEST = 40;
  private static final Set<String> ORDERED = Set.of("<", "<=", ">", ">=");

  private final List<Token> tokens;
  private int at;
  private int depth;

  private ExpressionReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The expression.
   *
   * @throws NotSimple if no condition of ours could say it
   */
  static Expression read(String text) throws NotSimple {
    ExpressionReader reader = new ExpressionReader(Token.of(text));
    Expression whole = reader.any();
    reader.expect(reader.next().kind() == Kind.END);
    return whole;
  }

  private Expression any() throws NotSimple {
    List<Expression> parts = new ArrayList<>(List.of(all()));
    while (peek().is("or")) {
      at++;
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Any(parts);
  }

  private Expression all() throws NotSimple {
    List<Expression> parts = new ArrayList<>(List.of(one()));
    while (peek().is("and")) {
      at++;
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  private Expression one() throws NotSimple {
    expect(depth++ < DEEPEST);
    Token token = next();
    Expression part;
    if (token.is("not")) {
      part = new Not(one());
    } else if (token.is("(")) {
      part = any();
      expect(next().is(")"));
    } else if (token.kind() == Kind.WORD && peek().is("(")) {
      part = call(token.text().toLowerCase(Locale.ROOT));
    } else if (token.isName()) {
      part = compared(token);
    } else if (token.isValue()) {
      part = value(token);
    } else {
      throw new NotSimple("no test");
    }
    depth--;
    return part;
  }

  private Expression call(String function) throws NotSimple {
    at++;
    if (function.equals("true")) {
      expect(next().is(")"));
      return new All(List.of());
    }
    Token name = next();
    expect(name.isName());
    Expression test;
    if (function.equals("selected")) {
      expect(next().is(","));
      test = new Is(name(name), List.of(literal(next())), false);
    } else if (function.equals("is_empty") || function.equals("empty")) {
      test = new Not(new Answered(name(name)));
    } else {
      throw new NotSimple("unknown function");
    }
    expect(next().is(")"));
    return test;
  }

  /** A literal that stands alone, or before the name that it is compared with. */
  private Expression value(Token literal) throws NotSimple {
    if (peek().kind() == Kind.SIGN && !peek().is("and") && !peek().is("or") && !peek().is(")")) {
      String operator = next().text();
      Token name = next();
      expect(name.isName());
      return test(name, turned(operator), literal);
    }
    expect(literal.text().equals("1"));
    return new All(List.of());
  }

  private static String turned(String operator) {
    return operator.contains("<") ? operator.replace('<', '>') : operator.replace('>', '<');
  }

  private Expression compared(Token name) throws NotSimple {
    if (name.is("true") && !(peek().is("=") || peek().is("!="))) {
      return new All(List.of());
    }
    Token operator = next();
    return switch (operator.text().toLowerCase(Locale.ROOT)) {
      case "empty" -> new Not(new Answered(name(name)));
      case "notempty" -> new Answered(name(name));
      case "contains" -> new Is(name(name), List.of(literal(next())), false);
      case "notcontains" -> new Not(new Is(name(name), List.of(literal(next())), false));
      case "anyof" -> new Is(name(name), values(), false);
      case "noneof" -> new Not(new Is(name(name), values(), false));
      default -> {
        expect(operator.kind() == Kind.SIGN);
        yield test(name, operator.text(), next());
      }
    };
  }

  private List<String> values() throws NotSimple {
    if (!peek().is("[")) {
      return List.of(literal(next()));
    }
    List<String> values = new ArrayList<>();
    do {
      at++;
      values.add(literal(next()));
    } while (peek().is(","));
    expect(next().is("]"));
    return values;
  }

  private static Expression test(Token name, String operator, Token value) throws NotSimple {
    if (ORDERED.contains(operator) && value.isValue()) {
      return new Compared(name(name), operator, number(value.text()));
    }
    // a bare word after a name in braces is a value; after a bare word it is another name
    String text =
        value.kind() == Kind.WORD && name.kind() == Kind.NAME ? value.text() : literal(value);
    Expression is =
        text.isEmpty() ? new Answered(name(name)) : new Is(name(name), List.of(text), true);
    boolean positive = operator.equals("=") != text.isEmpty();
    if (!operator.equals("=") && !operator.equals("!=")) {
      throw new NotSimple("unknown operator");
    }
    return positive ? is : new Not(is);
  }

  private static double number(String text) throws NotSimple {
    if (!text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      throw new NotSimple("no number");
    }
    return Double.parseDouble(text);
  }

  private static String literal(Token token) throws NotSimple {
    if (token.is("true") || token.is("false")) {
      return token.text().toLowerCase(Locale.ROOT);
    }
    if (!token.isValue()) {
      throw new NotSimple("no value");
    }
    return token.text();
  }

  /** LimeSurvey's {@code .NAOK} says nothing that isn't so here. */
  private static String name(Token token) throws NotSimple {
    if (token.kind() == Kind.NAME) {
      return token.text();
    }
    String bare = token.text().replaceFirst("\\.(NAOK|code|value)$", "");
    if (bare.contains(".")) {
      throw new NotSimple("an attribute");
    }
    return bare;
  }

  private Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Token next() {
    Token token = peek();
    at++;
    return token;
  }

  private void expect(boolean so) throws NotSimple {
    if (!so) {
      throw new NotSimple("written otherwise");
    }
  }
}
