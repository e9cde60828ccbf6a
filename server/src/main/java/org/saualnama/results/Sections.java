package org.saualnama.results;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.PastRow;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.Split;
import org.saualnama.texts.Words;

/** Chooses what is shown of each question. */
public final class Sections {
  private final Edition edition;
  private final Tables tables;
  private final Series series;
  private final Words words;

  Sections(Edition edition) {
    this.edition = edition;
    this.tables = new Tables(edition);
    this.series = new Series(edition, tables);
    this.words = edition.words();
  }

  /** The core question, by everything it can be split by. */
  Section core() {
    return full(edition.version().items().get(edition.survey().core()));
  }

  /** The other questions that have shares, each as a whole. */
  List<Section> others() {
    return edition.survey().questions().stream()
        .filter(question -> !question.code().equals(edition.survey().core()))
        .filter(question -> edition.version().itemsOf(question).get(0).isChoice())
        .map(this::brief)
        .toList();
  }

  private Section brief(Question question) {
    Item first = edition.version().itemsOf(question).get(0);
    Table table =
        question.type() == AnswerType.GRID ? tables.grid(question) : tables.answers(first, false);
    return section(question.code(), question, "", List.of(table));
  }

  /** What is asked for. */
  Section of(Asked asked) {
    if (asked.item().isEmpty()) {
      return brief(edition.version().questions().get(asked.question()));
    }
    Item item = asked.item().get();
    return asked.by().isEmpty()
        ? full(item)
        : section(
            item.code(),
            item.question(),
            Labels.rowOf(item, edition.language()),
            List.of(tables.answers(item, true), tables.by(item, asked.by())));
  }

  private Section full(Item item) {
    List<Table> all = new ArrayList<>();
    all.add(tables.answers(item, true));
    if (edition.release().collectors().size() > 1) {
      all.add(series.ways(item));
    }
    List<PastRow> history = edition.history(item);
    if (history.size() > 1) {
      all.add(series.trend(item, history));
    }
    for (Split split : edition.version().splits().values()) {
      if (!isOf(split, item)) {
        all.add(tables.by(item, List.of(split.code())));
      }
    }
    return section(item.code(), item.question(), Labels.rowOf(item, edition.language()), all);
  }

  /** A segment is not split by itself. */
  private boolean isOf(Split split, Item item) {
    return edition.survey().segments().get(split.segment()).equals(item.question().code());
  }

  private Section section(String code, Question question, String row, List<Table> shown) {
    return new Section(code, question.text().in(edition.language()), row, notes(question), shown);
  }

  private List<String> notes(Question question) {
    return notes(question, edition.language(), words);
  }

  /** What is to be known of the figures of a question. */
  public static List<String> notes(Question question, String language, Words words) {
    List<String> notes = new ArrayList<>();
    if (question.askIf() != null || question.askUnless() != null) {
      notes.add(words.say("results.some"));
    }
    if (question.type() == AnswerType.MULTIPLE) {
      notes.add(words.say("figures.multiple"));
    }
    if (question.scale() != null
        && question.scale().low() != null
        && question.scale().high() != null) {
      notes.add(
          words.say(
              "results.scale",
              question.scale().from(),
              question.scale().low().in(language),
              question.scale().to(),
              question.scale().high().in(language)));
    }
    if (question.strict()) {
      notes.add(words.say("figures.strict"));
    }
    return notes;
  }
}
