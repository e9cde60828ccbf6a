package org.saualnama.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.refusal.Refusal;

/**
 * Which categories of one variable are asked for: codes, patterns with {@code *} and {@code ?}, and
 * {@code TOP(n,offset)}, {@code BOTTOM(n,offset)}, {@code FROM(x)}, {@code TO(x)}, {@code
 * RANGE(x,y)} in the order of the variable's codes.
 */
final class ValueCodes {
  private static final Pattern FUNCTION =
      Pattern.compile("(?i)(TOP|BOTTOM|FROM|TO|RANGE)\\(([^()]*)\\)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  private final String variable;
  private final List<String> codes;

  private ValueCodes(String variable, List<String> codes) {
    this.variable = variable;
    this.codes = codes;
  }

  /**
   * Those of {@code codes} that one of {@code expressions} means, in their own order.
   *
   * @throws Refusal (malformed) if one of them means none
   */
  static List<String> of(String variable, List<String> codes, List<String> expressions) {
    ValueCodes values = new ValueCodes(variable, codes);
    Set<String> meant = new LinkedHashSet<>();
    expressions.forEach(expression -> meant.addAll(values.meant(expression.strip())));
    return codes.stream().filter(meant::contains).toList();
  }

  /** At commas, but for those in brackets. */
  static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    boolean inside = false;
    for (int i = 0; i < list.length(); i++) {
      char sign = list.charAt(i);
      inside = sign == '(' || (inside && sign != ')');
      if (sign == ',' && !inside) {
        parts.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(list.substring(from).strip());
    return parts;
  }

  private List<String> meant(String expression) {
    if (codes.contains(expression)) {
      return List.of(expression);
    }
    Matcher function = FUNCTION.matcher(expression);
    if (function.matches()) {
      List<String> arguments = List.of(function.group(2).split(",", -1));
      return found(expression, applied(function.group(1).toUpperCase(Locale.ROOT), arguments));
    }
    if (Wildcard.isIn(expression)) {
      return found(expression, codes.stream().filter(new Wildcard(expression)::fits).toList());
    }
    throw unknown(expression);
  }

  private List<String> applied(String function, List<String> arguments) {
    int most = function.equals("FROM") || function.equals("TO") ? 1 : 2;
    if (arguments.size() > most || (function.equals("RANGE") && arguments.size() < 2)) {
      throw unknown(function + "(" + String.join(",", arguments) + ")");
    }
    return switch (function) {
      case "TOP" -> {
        int from = arguments.size() == 2 ? count(arguments.get(1)) : 0;
        yield between(from, from + (long) count(arguments.get(0)));
      }
      case "BOTTOM" -> {
        int left = codes.size() - (arguments.size() == 2 ? count(arguments.get(1)) : 0);
        yield between(left - count(arguments.get(0)), left);
      }
      case "FROM" -> between(place(arguments.get(0)), codes.size());
      case "TO" -> between(0, place(arguments.get(0)) + 1L);
      default -> between(place(arguments.get(0)), place(arguments.get(1)) + 1L);
    };
  }

  private List<String> between(int from, long until) {
    int first = Math.min(Math.max(from, 0), codes.size());
    int last = (int) Math.min(Math.max(until, first), codes.size());
    return codes.subList(first, last);
  }

  private int place(String code) {
    int place = codes.indexOf(code.strip());
    if (place < 0) {
      throw unknown(code);
    }
    return place;
  }

  private int count(String argument) {
    if (!COUNT.matcher(argument.strip()).matches()) {
      throw unknown(argument);
    }
    return Integer.parseInt(argument.strip());
  }

  private List<String> found(String expression, List<String> found) {
    if (found.isEmpty()) {
      throw unknown(expression);
    }
    return found;
  }

  private Refusal unknown(String expression) {
    String shown = expression.length() > 60 ? expression.substring(0, 60) + "..." : expression;
    return Refusal.malformed(
        "valuecodes[" + variable + "]",
        "unknown_value",
        "'%s' means no value of '%s'. There are %s."
            .formatted(shown, variable, String.join(", ", codes)));
  }
}
