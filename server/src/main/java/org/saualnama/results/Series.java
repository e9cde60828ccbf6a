package org.saualnama.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.PastRow;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;

/** Makes the tables whose lines are whole samples: ways of answering, waves, releases. */
final class Series {
  private final Edition edition;
  private final Tables tables;

  Series(Edition edition, Tables tables) {
    this.edition = edition;
    this.tables = tables;
  }

  /** An item by each way of answering and each wave that has figures. */
  Table ways(Item item) {
    List<String> collectors = edition.release().collectors();
    List<DomainRow> domains =
        collectors.stream()
            .map(name -> edition.of(name).breakdown(item, List.of()).domains().get(0))
            .toList();
    Verdict verdict = new Verdict(item, domains);
    List<Table.Line> lines =
        IntStream.range(0, domains.size())
            .mapToObj(
                i ->
                    tables.line(
                        item,
                        domains.get(i),
                        Labels.collector(Collector.of(collectors.get(i)), edition.words()),
                        "",
                        answer -> verdict.differs(i, answer)))
            .toList();
    List<String> notes =
        new ArrayList<>(
            verdict.notes(
                edition.answers(item),
                tables.answerLabels(item),
                Tables.labels(lines),
                edition.words()));
    notes.add(edition.words().say("results.ways.note"));
    return new Table(
        "ways",
        edition.words().say("results.ways"),
        List.of(Drawing.DOTS),
        tables.columns(item),
        lines,
        "",
        notes,
        true);
  }

  /** An item in each release that counted it anew. */
  Table trend(Item item, List<PastRow> history) {
    Numbers numbers = new Numbers(edition.language());
    List<Table.Line> lines =
        history.stream()
            .map(
                past ->
                    tables.line(
                        item,
                        new DomainRow(Map.of(), Optional.of(past.row())),
                        edition
                            .words()
                            .say("results.trend.line", past.row().asOf(), numbers.day(past.day())),
                        "",
                        place -> false))
            .toList();
    return new Table(
        "releases",
        edition.words().say("results.trend"),
        List.of(Drawing.DOTS),
        tables.columns(item),
        lines,
        "",
        List.of(edition.words().say("results.trend.note")),
        false);
  }
}
