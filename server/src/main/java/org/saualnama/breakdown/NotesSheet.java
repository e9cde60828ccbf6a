package org.saualnama.breakdown;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Survey;
import org.saualnama.texts.Words;

/** What a workbook says of its figures: what was asked, who asked whom and how, what to mind. */
public final class NotesSheet {
  private final Breakdown breakdown;
  private final FigureNotes notes;
  private final Words words;
  private final String language;
  private final List<List<Object>> rows = new ArrayList<>();

  public NotesSheet(Breakdown breakdown, FigureNotes notes, Words words) {
    this.breakdown = breakdown;
    this.notes = notes;
    this.words = words;
    this.language = breakdown.query().language();
  }

  /**
   * The sheet.
   *
   * @param server how readers reach this server
   */
  public Sheet sheet(URI server) {
    Survey survey = breakdown.query().version().survey();
    PublishedRelease release = breakdown.release();
    add("sheet.survey", survey.title().in(language));
    add("sheet.question", Labels.of(breakdown.query().item(), language));
    add("sheet.collector", Labels.collector(Collector.of(breakdown.query().collector()), words));
    add("sheet.release", release.number() + ", " + release.date());
    add("sheet.sample_size", Long.toString(release.sampleSize()));
    add("sheet.cite", server.resolve(page()).toString());
    String bundle =
        "/api/v1/surveys/%s/releases/%d/bundle".formatted(survey.code(), release.number());
    add("sheet.bundle", server.resolve(bundle).toString());
    notes.all().forEach(note -> add("sheet.note", note));
    notes.statuses().forEach((status, meaning) -> add("sheet.status", meaning));
    survey.disclosureItems().forEach((item, text) -> add("item." + item, text.in(language)));
    release
        .errata()
        .forEach(one -> add("sheet.erratum", one.day() + ": " + one.text().in(language)));
    return new Sheet(words.say("sheet.notes"), rows, false, List.of(30, 100));
  }

  /** Where the same figures stand for good. */
  private String page() {
    BreakdownQuery query = breakdown.query();
    String page = "/results/%s/%s".formatted(query.version().survey().code(), language);
    String splits = query.by().isEmpty() ? "" : "&by=" + String.join(",", query.by());
    return "%s?question=%s%s&collector=%s&release=%d"
        .formatted(
            page, query.item().code(), splits, query.collector(), breakdown.release().number());
  }

  private void add(String key, String text) {
    rows.add(List.of(words.say(key), text));
  }
}
