package org.saualnama.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.saualnama.refusal.Refusal;

/**
 * How figures are written.
 *
 * @param title whether the table's title goes before all else
 */
record OutputFormat(Kind kind, Grid.Naming naming, char separator, boolean title) {
  /** As PxWebApi calls them. */
  enum Kind {
    JSON_STAT2("application/json"),
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** The content type. */
    String type() {
      return type;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static List<String> codes() {
    return Arrays.stream(Kind.values()).map(Kind::code).toList();
  }

  /**
   * By two parameters of a query.
   *
   * @param format none for JSON-stat
   * @throws Refusal (malformed) for what there isn't
   */
  static OutputFormat of(List<String> format, List<String> parameters) {
    String asked = format.isEmpty() ? Kind.JSON_STAT2.code() : format.get(0);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.code().equalsIgnoreCase(asked))
            .findFirst()
            .orElseThrow(() -> unknown("outputFormat", codes()));
    Grid.Naming naming = Grid.Naming.TEXTS;
    char separator = ',';
    boolean title = false;
    for (String list : parameters) {
      for (String parameter : list.split(",", -1)) {
        switch (parameter.strip().toLowerCase(Locale.ROOT)) {
          case "usecodes" -> naming = Grid.Naming.CODES;
          case "usetexts" -> naming = Grid.Naming.TEXTS;
          case "usecodesandtexts" -> naming = Grid.Naming.BOTH;
          case "separatortab" -> separator = '\t';
          case "separatorspace" -> separator = ' ';
          case "separatorsemicolon" -> separator = ';';
          case "includetitle" -> title = true;
          default ->
              throw unknown(
                  "outputFormatParams",
                  List.of(
                      "UseCodes, UseTexts, UseCodesAndTexts, IncludeTitle, SeparatorTab,"
                          + " SeparatorSpace, SeparatorSemicolon"));
        }
      }
    }
    return new OutputFormat(kind, naming, separator, title);
  }

  private static Refusal unknown(String parameter, List<String> known) {
    return Refusal.malformed(
        parameter, "unknown_format", "Use one of " + String.join(", ", known) + ".");
  }

  /** Rows as CSV: texts in quotes, numbers and signs as they are. */
  byte[] csv(String label, List<List<Object>> rows) {
    String lines =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(OutputFormat::field)
                        .collect(Collectors.joining(Character.toString(separator))))
            .collect(Collectors.joining("\n", title ? field(label) + "\n" : "", "\n"));
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  private static String field(Object value) {
    return value instanceof Number
        ? value.toString()
        : "\"" + value.toString().replace("\"", "\"\"") + "\"";
  }
}
