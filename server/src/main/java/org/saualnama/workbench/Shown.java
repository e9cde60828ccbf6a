package org.saualnama.workbench;

import java.util.List;
import java.util.Map;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.results.Edition;
import org.saualnama.results.Sections;
import org.saualnama.results.Table;
import org.saualnama.results.Tables;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.Split;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Words;

/**
 * A table of the workbench with what has to be said beside it.
 *
 * @param heading the question, and what it is filtered by
 * @param notes what is to be known of the question
 * @param about whose answers these are, and how the figures were made
 * @param minBase the base under which nothing is published; 0 where all is told
 */
public record Shown(
    Table table, String heading, List<String> notes, List<String> about, int minBase) {

  /** Published figures: the same rows, by the same way, as the results pages'. */
  static Shown of(BreakdownQuery query, PublishedRelease release, Words words) {
    SurveyVersion version = query.version();
    Edition edition = new Edition(version, release, query.where(), query.collector(), words);
    Tables tables = new Tables(edition);
    Table table =
        query.by().isEmpty()
            ? tables.answers(query.item(), true)
            : tables.by(query.item(), query.by());
    List<String> about =
        List.of(
            edition.caution(),
            edition.weighting(Breakdown.of(query, release).rows()),
            words.say("figures.interval"),
            words.say("figures.noise"),
            edition.cut());
    return new Shown(
        table,
        heading(version, query.item(), query.where(), words),
        Sections.notes(query.item().question(), words.language(), words),
        about,
        release.minBase());
  }

  /** A question as it was asked, and to whom the figures are narrowed down. */
  static String heading(SurveyVersion version, Item item, Map<String, String> where, Words words) {
    String question = Labels.of(item, words.language());
    return where.entrySet().stream()
        .map(filter -> filter(version, filter.getKey(), filter.getValue(), words.language()))
        .map(filter -> words.say("workbench.only", filter))
        .reduce(question, (all, filter) -> all + " " + filter);
  }

  private static String filter(SurveyVersion version, String by, String code, String language) {
    Split split = version.splits().get(by);
    if (split != null) {
      return split.label().in(language) + ": " + split.label(code, language);
    }
    Question question = version.items().get(by).question();
    return question.label().in(language) + ": " + version.survey().label(question, code, language);
  }
}
