package org.saualnama.workbench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saualnama.analysis.ExactLook;
import org.saualnama.results.Drawing;
import org.saualnama.results.Numbers;
import org.saualnama.results.Sections;
import org.saualnama.results.Table;
import org.saualnama.results.Tiles;
import org.saualnama.results.Tones;
import org.saualnama.submission.Collector;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Words;

/** Puts exact figures into a table that is shown and drawn as published ones are. */
final class ExactFigures {
  private static final int DECIMALS = 1;

  private final SurveyVersion version;
  private final ExactLook look;
  private final Words words;
  private final Numbers numbers;

  private ExactFigures(SurveyVersion version, ExactLook look, Words words) {
    this.version = version;
    this.look = look;
    this.words = words;
    this.numbers = new Numbers(words.language());
  }

  static Shown of(SurveyVersion version, ExactLook look, Wish wish, Words words) {
    ExactFigures figures = new ExactFigures(version, look, words);
    Map<String, String> where = new HashMap<>();
    if (!wish.filter().isEmpty()) {
      where.put(wish.filterParts().get(0), wish.filterParts().get(1));
    }
    Collector collector = Collector.of(wish.collector().isEmpty() ? "open" : wish.collector());
    return new Shown(
        figures.table(ExactWish.isCompared(version, wish)),
        Shown.heading(version, look.item(), where, words),
        Sections.notes(look.item().question(), words.language(), words),
        List.of(
            words.say("figures." + collector.kind().code()),
            words.say("workbench.weights") + ": " + ExactWish.scheme(look.weights(), words),
            words.say("workbench.exact.about"),
            words.say("workbench.exact.release", look.release())),
        0);
  }

  private Table table(boolean compared) {
    Item item = look.item();
    Tones tones = new Tones(item);
    List<Table.Column> columns = look.answers().stream().map(code -> column(code, tones)).toList();
    String caption =
        look.by().isEmpty()
            ? words.say("results.all") + ". " + answered(look.lines().get(0).answered())
            : String.join(" × ", look.by().values());
    return new Table(
        "exact",
        caption,
        drawings(tones, compared),
        columns,
        look.lines().stream().map(this::line).toList(),
        "",
        compared ? List.of(words.say("workbench.exact.differs")) : List.of(),
        compared);
  }

  private Table.Column column(String code, Tones tones) {
    String label = version.survey().label(look.item().question(), code, words.language());
    return new Table.Column(code, label, tones.of(code));
  }

  private String answered(long people) {
    return words.count("results.answered", people, numbers.count(people));
  }

  private Table.Line line(ExactLook.Line line) {
    List<String> labels = new ArrayList<>(line.labels());
    String label = labels.isEmpty() ? "" : labels.remove(labels.size() - 1);
    List<String> categories = line.categories();
    String last = categories.isEmpty() ? "" : categories.get(categories.size() - 1);
    return new Table.Line(
        label,
        String.join(" · ", labels),
        "",
        numbers.count(line.answered()),
        Tiles.of(last),
        line.cells().stream().map(this::cell).toList());
  }

  private Table.Cell cell(ExactLook.Cell cell) {
    if (cell.share().isEmpty()) {
      return new Table.Cell("–", "", "", "", "", "none", false);
    }
    double share = 100 * cell.share().getAsDouble();
    double low = 100 * cell.low().orElse(cell.share().getAsDouble());
    double high = 100 * cell.high().orElse(cell.share().getAsDouble());
    String error =
        cell.error().isPresent()
            ? words.say(
                "workbench.exact.error", numbers.number(100 * cell.error().getAsDouble(), 2))
            : "";
    String range = cell.low().isPresent() ? numbers.range(low, high, DECIMALS) : "";
    String both = Stream.of(range, error).filter(s -> !s.isEmpty()).collect(joining("; "));
    return new Table.Cell(
        numbers.percent(share, DECIMALS),
        both.isEmpty() ? "–" : both,
        Double.toString(share),
        Double.toString(low),
        Double.toString(high),
        "",
        cell.differs());
  }

  private List<Drawing> drawings(Tones tones, boolean compared) {
    boolean parts = look.item().question().type() != AnswerType.MULTIPLE && tones.areDistinct();
    List<Drawing> drawings = new ArrayList<>();
    if (look.by().isEmpty()) {
      drawings.add(Drawing.BARS);
    } else {
      if (compared && hasMap()) {
        drawings.add(Drawing.MAP);
      }
      drawings.add(Drawing.DOTS);
    }
    if (parts && look.by().size() < 2) {
      drawings.add(tones.isOrdered() ? Drawing.DIVERGING : Drawing.STACK);
    }
    return drawings;
  }

  private boolean hasMap() {
    Question question = version.questions().get(look.by().keySet().iterator().next());
    return question != null && Tiles.has(question);
  }
}
