package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Population figures pasted from a spreadsheet: a category and a number on each line. Categories
 * are known by their code or their words in any language; numbers may be shares, per cent or
 * people.
 */
final class PastedTable {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<category>.+?)[\\t;,]\\s*+\"?+(?<number>[-0-9][0-9 .,\u00a0\u202f]*+)\\s*+%?+\"?+\\s*+");

  /** No category is so long, and each place in it may be where the number begins. */
  private static final int LONGEST_LINE = 500;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TOLERANCE = new BigDecimal("0.6");
  private static final int DIGITS = 6;

  private final Map<String, BigDecimal> figures = new LinkedHashMap<>();
  private final List<String> unread = new ArrayList<>();
  private final Map<String, String> codes;

  private PastedTable(Map<String, String> codes) {
    this.codes = codes;
  }

  /** What was read of it. */
  record Figures(Map<String, BigDecimal> byCode, List<String> unread, BigDecimal sum) {
    /** Whether the figures are numbers of people, and their shares have to be computed. */
    boolean arePeople() {
      return sum.compareTo(HUNDRED.add(TOLERANCE)) > 0;
    }

    /** Whether they are shares of 1 or of 100 that sum to it. */
    boolean areWhole() {
      BigDecimal whole = sum.compareTo(BigDecimal.TEN) > 0 ? HUNDRED : BigDecimal.ONE;
      BigDecimal off = sum.subtract(whole).abs().multiply(HUNDRED).divide(whole);
      return arePeople() || off.compareTo(TOLERANCE) < 0;
    }
  }

  static Figures read(JsonNode question, String text) {
    PastedTable table = new PastedTable(names(question));
    text.lines().filter(line -> !line.isBlank()).forEach(table::line);
    BigDecimal sum = table.figures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Figures(table.figures, table.unread, sum);
  }

  /** The codes by everything that an option is called. */
  private static Map<String, String> names(JsonNode question) {
    Map<String, String> names = new LinkedHashMap<>();
    for (JsonNode option : question.path("options")) {
      String code = option.path("code").asText();
      names.put(key(code), code);
      option.path("text").forEach(words -> names.putIfAbsent(key(words.asText()), code));
    }
    return names;
  }

  private static String key(String name) {
    return name.strip().replaceAll("^\"|\"$", "").replaceAll("[-–—]", "-").toLowerCase(Locale.ROOT);
  }

  private void line(String line) {
    Matcher matcher = LINE.matcher(line);
    Optional<BigDecimal> number =
        line.length() <= LONGEST_LINE && matcher.matches()
            ? number(matcher.group("number"))
            : Optional.empty();
    String code = number.isEmpty() ? null : codes.get(key(matcher.group("category")));
    if (code == null || figures.containsKey(code)) {
      unread.add(line.strip());
    } else {
      figures.put(code, number.get());
    }
  }

  /** With a comma or a point before the decimals, and blanks between thousands. */
  private static Optional<BigDecimal> number(String text) {
    String digits = text.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
    return digits.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  /** The figures as the definition keeps them: shares that sum to 1, each with its source. */
  static String csv(Figures figures, String date, String source) {
    StringBuilder csv = new StringBuilder("category,share,computed,reference_date,source\n");
    BigDecimal left = BigDecimal.ONE;
    int rows = figures.byCode().size();
    for (Map.Entry<String, BigDecimal> figure : figures.byCode().entrySet()) {
      BigDecimal share = figure.getValue().divide(figures.sum(), DIGITS, RoundingMode.HALF_EVEN);
      // What rounding leaves over goes to the last, so that the shares sum to 1.
      share = --rows == 0 ? left : share;
      left = left.subtract(share);
      csv.append(figure.getKey()).append(',').append(share.toPlainString()).append(',');
      csv.append(computed(figure.getValue(), figures)).append(',').append(date).append(',');
      csv.append(quoted(source)).append('\n');
    }
    return csv.toString();
  }

  private static String computed(BigDecimal figure, Figures figures) {
    boolean printed = figures.sum().compareTo(BigDecimal.ONE) == 0;
    return printed
        ? "no"
        : "yes: " + figure.toPlainString() + " of " + figures.sum().toPlainString();
  }

  private static String quoted(String text) {
    return "\"" + text.replaceAll("\\s+", " ").strip().replace("\"", "\"\"") + "\"";
  }
}
