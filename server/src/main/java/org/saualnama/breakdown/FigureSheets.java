package org.saualnama.breakdown;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.saualnama.survey.Split;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/** A breakdown as a workbook: a sheet of figures, and one that says what they are. */
final class FigureSheets {
  private final Breakdown breakdown;
  private final BreakdownQuery query;
  private final FigureNotes notes;
  private final Words words;

  FigureSheets(Breakdown breakdown, Texts texts, Optional<String> notice) {
    this.breakdown = breakdown;
    this.query = breakdown.query();
    this.notes = new FigureNotes(breakdown, texts, notice);
    this.words = new Words(texts, query.language());
  }

  /**
   * The workbook.
   *
   * @param server how readers reach this server
   */
  byte[] xlsx(URI server) {
    return Workbooks.of(
        List.of(figures(), new NotesSheet(breakdown, notes, words).sheet(server)),
        breakdown.release().date());
  }

  private Sheet figures() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(header());
    for (int answer = 0; answer < query.item().codes().size(); answer++) {
      for (DomainRow domain : breakdown.domains()) {
        rows.add(row(domain, answer));
      }
    }
    List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 14));
    Collections.fill(widths.subList(0, widths.size() - JsonStat.METRICS.size() - 2), 30);
    widths.set(widths.size() - 1, 40);
    return new Sheet(words.say("sheet.figures"), rows, true, widths);
  }

  private List<Object> header() {
    List<Object> header = new ArrayList<>();
    header.add(words.say("sheet.answer"));
    for (String code : breakdown.domains().get(0).categories().keySet()) {
      header.add(split(code).label().in(query.language()));
    }
    JsonStat.METRICS.forEach(metric -> header.add(words.say("figures." + metric)));
    header.addAll(Arrays.asList(words.say("sheet.as_of"), words.say("sheet.status")));
    return header;
  }

  private List<Object> row(DomainRow domain, int answer) {
    String code = query.item().codes().get(answer);
    List<Object> row = new ArrayList<>();
    row.add(query.version().survey().label(query.item().question(), code, query.language()));
    domain
        .categories()
        .forEach((split, category) -> row.add(split(split).label(category, query.language())));
    String status = "";
    for (String metric : JsonStat.METRICS) {
      Figure figure = Figure.of(domain.row(), answer, metric);
      row.add(figure.value());
      status = figure.status().isEmpty() ? status : figure.status();
    }
    row.add(domain.row().map(told -> (Object) told.asOf()).orElse(null));
    row.add(notes.statuses().getOrDefault(status, ""));
    return row;
  }

  private Split split(String code) {
    return query.version().splits().get(code);
  }
}
