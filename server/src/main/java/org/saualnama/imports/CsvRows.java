package org.saualnama.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.SentSubmission;
import org.saualnama.submission.Shown;
import org.saualnama.survey.SurveyVersion;

/** A header line that names the columns, then a record for each interview. */
final class CsvRows implements RowReader {
  private static final int MOST_NAMED = 100;
  private static final int LONGEST_NAME = 100;

  private final SurveyVersion version;
  private final String language;
  private final Set<String> ignored;
  private final CsvRecords records = new CsvRecords(this::take);
  private List<String> names;
  private List<CsvColumn> columns;
  private Consumer<SentRow> rows;

  CsvRows(SurveyVersion version, String language, Set<String> ignored) {
    this.version = version;
    this.language = language;
    this.ignored = ignored;
  }

  @Override
  public void read(byte[] piece, Consumer<SentRow> taker) {
    rows = taker;
    records.read(piece);
  }

  @Override
  public void end(Consumer<SentRow> taker) {
    rows = taker;
    records.end();
  }

  private void take(long line, List<String> cells) {
    if (names == null) {
      readHeader(cells);
    } else {
      rows.accept(row(line, cells));
    }
  }

  private void readHeader(List<String> header) {
    names = header.stream().map(String::strip).toList();
    Map<String, CsvColumn> known = CsvColumn.of(version);
    Set<String> seen = new HashSet<>();
    List<Problem> wrong =
        IntStream.range(0, names.size())
            .filter(i -> !seen.add(names.get(i)) || !isKnown(names.get(i), known))
            .limit(MOST_NAMED)
            .mapToObj(i -> wrong(i, known))
            .toList();
    if (!wrong.isEmpty()) {
      throw new Refusal(
          Reason.MALFORMED,
          "No row was read: the header has columns that are unknown or there twice.",
          wrong);
    }
    columns =
        names.stream()
            .map(name -> ignored.contains(name) ? CsvColumn.IGNORED : known.get(name))
            .toList();
  }

  private boolean isKnown(String name, Map<String, CsvColumn> known) {
    return ignored.contains(name) || known.containsKey(name);
  }

  private Problem wrong(int place, Map<String, CsvColumn> known) {
    String name = names.get(place);
    String shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    if (isKnown(name, known)) {
      return new Problem(shown, "repeated", "this column is there twice: remove one");
    }
    return new Problem(
        shown.isEmpty() ? "column " + (place + 1) : shown,
        "unknown_column",
        name.contains(";")
            ? "separate columns by commas"
            : "the survey has no such question, option or row: mend the name, remove the column,"
                + " or name it in ignore");
  }

  private SentRow row(long line, List<String> cells) {
    if (cells.size() != names.size()) {
      String detail = "it has %d cells, the header has %d".formatted(cells.size(), names.size());
      return unread(line, new Problem("row", "wrong_shape", detail));
    }
    RowAnswers row = new RowAnswers();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        columns.get(i).read(names.get(i), cells.get(i), row);
      }
    }
    List<Problem> problems = row.problems();
    if (!problems.isEmpty()) {
      return SentRow.unread(line, problems);
    }
    return SentRow.of(
        line, new SentSubmission(version.number(), language, true, row.answers(), Shown.NOTHING));
  }

  private static SentRow unread(long line, Problem problem) {
    return SentRow.unread(line, List.of(problem));
  }
}
