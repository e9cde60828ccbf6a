package org.saualnama.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.breakdown.Labels;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;

/** Makes the tables of an edition's pages. */
public final class Tables {
  private final Edition edition;
  private final Cells cells;

  public Tables(Edition edition) {
    this.edition = edition;
    this.cells = new Cells(edition.words());
  }

  /** All who answered an item: a line for each answer. */
  public Table answers(Item item, boolean isFirst) {
    DomainRow all = edition.breakdown(item, List.of()).domains().get(0);
    Table.Line line = line(item, all, "", "", place -> false);
    return new Table(
        "all",
        edition.words().say("results.all") + all.row().map(cells::answered).orElse(""),
        drawings(item, isFirst),
        columns(item),
        List.of(line),
        "question=" + item.code(),
        List.of(),
        false);
  }

  private static List<Drawing> drawings(Item item, boolean isFirst) {
    Tones tones = new Tones(item);
    if (item.question().type() == AnswerType.MULTIPLE || !tones.areDistinct()) {
      return List.of(Drawing.BARS);
    }
    Drawing whole = tones.isOrdered() ? Drawing.DIVERGING : Drawing.STACK;
    return isFirst ? List.of(Drawing.BARS, whole) : List.of(whole, Drawing.BARS);
  }

  /** All who answered the rows of a grid: a line for each row. */
  Table grid(Question grid) {
    List<Item> items = edition.version().itemsOf(grid);
    List<Table.Line> lines = new ArrayList<>();
    for (Item item : items) {
      DomainRow all = edition.breakdown(item, List.of()).domains().get(0);
      String row = Labels.rowOf(item, edition.language());
      lines.add(line(item, all, row, "question=" + item.code(), place -> false));
    }
    Tones tones = new Tones(items.get(0));
    return new Table(
        "rows",
        edition.words().say("results.all"),
        List.of(tones.isOrdered() ? Drawing.DIVERGING : Drawing.STACK, Drawing.DOTS),
        columns(items.get(0)),
        lines,
        "",
        List.of(),
        false);
  }

  /** An item by one segment or grouping, or by several at once. */
  public Table by(Item item, List<String> by) {
    List<DomainRow> domains = edition.domains(edition.breakdown(item, by));
    Optional<Verdict> verdict =
        by.size() == 1 ? Optional.of(new Verdict(item, domains)) : Optional.empty();
    List<Table.Line> lines =
        IntStream.range(0, domains.size())
            .mapToObj(i -> line(item, domains.get(i), by, i, verdict))
            .toList();
    return new Table(
        "by-" + String.join("-", by),
        by.stream().map(this::splitLabel).collect(Collectors.joining(" × ")),
        drawings(item, by),
        columns(item),
        lines,
        "question=" + item.code() + "&by=" + String.join(",", by),
        verdict
            .map(
                v ->
                    v.notes(
                        edition.answers(item), answerLabels(item), labels(lines), edition.words()))
            .orElse(List.of(edition.words().say("results.two.note"))),
        verdict.isPresent());
  }

  private Table.Line line(
      Item item, DomainRow domain, List<String> by, int place, Optional<Verdict> verdict) {
    List<String> labels =
        by.stream().map(split -> edition.category(split, domain.categories().get(split))).toList();
    String group = String.join(" · ", labels.subList(0, labels.size() - 1));
    Table.Line line =
        line(
            item,
            domain,
            labels.get(labels.size() - 1),
            "",
            answer -> verdict.isPresent() && verdict.get().differs(place, answer));
    return new Table.Line(
        line.label(),
        group,
        "",
        line.base(),
        Tiles.of(domain.categories().get(by.get(by.size() - 1))),
        line.cells());
  }

  private List<Drawing> drawings(Item item, List<String> by) {
    if (by.size() > 1) {
      return List.of(Drawing.DOTS);
    }
    List<Drawing> drawings = new ArrayList<>();
    Question segment = edition.version().questions().get(by.get(0));
    if (segment != null && Tiles.has(segment)) {
      drawings.add(Drawing.MAP);
    }
    drawings.add(Drawing.DOTS);
    drawings(item, false).stream().filter(d -> d != Drawing.BARS).forEach(drawings::add);
    return drawings;
  }

  Table.Line line(Item item, DomainRow domain, String label, String link, IntPredicate differs) {
    List<String> answers = edition.answers(item);
    return new Table.Line(
        label,
        "",
        link,
        domain.row().map(cells::base).orElse(""),
        Optional.empty(),
        domain.row().map(row -> cells.of(item, answers, row, differs)).orElse(List.of()));
  }

  List<Table.Column> columns(Item item) {
    Tones tones = new Tones(item);
    return edition.answers(item).stream()
        .map(code -> new Table.Column(code, edition.label(item.question(), code), tones.of(code)))
        .toList();
  }

  List<String> answerLabels(Item item) {
    return edition.answers(item).stream()
        .map(code -> edition.label(item.question(), code))
        .toList();
  }

  static List<String> labels(List<Table.Line> lines) {
    return lines.stream().map(Table.Line::label).toList();
  }

  private String splitLabel(String split) {
    return edition.version().splits().get(split).label().in(edition.language());
  }
}
