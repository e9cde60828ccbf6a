package org.saualnama.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a target file, each with its line, so that a wrong figure is found at once. */
final class TargetTable {
  private static final List<String> HEADER =
      List.of("category", "share", "computed", "reference_date", "source");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
  private static final ObjectReader CSV =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build()
          .readerFor(String[].class);

  private final String file;
  private final Problems problems;
  private final List<Row> rows = new ArrayList<>();

  private final int firstLine;

  private TargetTable(String file, int firstLine, Problems problems) {
    this.file = file;
    this.firstLine = firstLine;
    this.problems = problems;
  }

  /** A target and the line it stands on. */
  record Row(int line, Target target) {}

  /**
   * Reads a table.
   *
   * @param firstLine where its header stands in {@code file}
   */
  static List<Row> rows(String file, int firstLine, String text, Problems problems) {
    TargetTable table = new TargetTable(file, firstLine, problems);
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        table.read(firstLine + i, lines.get(i));
      }
    }
    if (lines.isEmpty()) {
      table.header(List.of());
    }
    return table.rows;
  }

  /** A row is one line: the parser's own count of lines runs ahead of the row it has read. */
  private void read(int line, String text) {
    try {
      String[] cells = CSV.readValue(text);
      if (line == firstLine) {
        header(List.of(cells));
      } else {
        row(line, cells);
      }
    } catch (JsonProcessingException e) {
      problems.in(file, line, "this is no row of CSV", "mind the quotes and commas");
    }
  }

  private void header(List<String> names) {
    if (!names.equals(HEADER)) {
      String mend = "begin the file with " + String.join(",", HEADER);
      problems.in(file, firstLine, "the header is " + String.join(",", names), mend);
    }
  }

  private void row(int line, String[] cells) {
    if (cells.length != HEADER.size()) {
      String mend = "give " + String.join(",", HEADER) + "; put quotes around a text with commas";
      problems.in(file, line, "there are " + cells.length + " columns", mend);
      return;
    }
    double share = share(cells[1]);
    if (!(share >= 0 && share <= 1)) {
      String mend = "write a share of the population from 0 to 1, such as 0.25";
      problems.in(file, line, "the share is '" + cells[1] + "'", mend);
      share = 0;
    }
    if (!cells[2].matches("no|yes(: .+)?")) {
      String mend =
          "write no if the source prints the share itself, else yes: and how it was computed";
      problems.in(file, line, "computed is '" + cells[2] + "'", mend);
    }
    if (!DATE.matcher(cells[3]).matches()) {
      String mend = "write the day, month or year the share holds for, such as 2026-01-01";
      problems.in(file, line, "the reference date is '" + cells[3] + "'", mend);
    }
    if (cells[4].isBlank()) {
      problems.in(file, line, "there is no source", "say where the share comes from");
    }
    rows.add(new Row(line, new Target(cells[0], share, cells[2], cells[3], cells[4])));
  }

  private static double share(String text) {
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
