package org.saualnama.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.breakdown.TableWeighting;
import org.saualnama.disclosure.PastRow;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Alphabet;
import org.saualnama.texts.Words;

/**
 * What all figures of a page are of: one release, by one collector, in one language.
 *
 * @param where the one category of each segment that all figures are filtered by
 * @param collector the collector's name
 * @param words the pages' own
 */
public record Edition(
    SurveyVersion version,
    PublishedRelease release,
    Map<String, String> where,
    String collector,
    Words words) {
  /** So many of a trend fit into a picture. */
  private static final int MOST_RELEASES = 12;

  /** Of all who answered by one collector. */
  static Edition of(
      SurveyVersion version, PublishedRelease release, String collector, Words words) {
    return new Edition(version, release, Map.of(), collector, words);
  }

  Survey survey() {
    return version.survey();
  }

  String language() {
    return words.language();
  }

  /** The same of another collector. */
  Edition of(String other) {
    return new Edition(version, release, where, other, words);
  }

  /** How these people came to answer, and what can't be claimed of them. */
  public String caution() {
    return words.say("figures." + Collector.of(collector).kind().code());
  }

  /** Which release these figures are of. */
  public String cut() {
    String day = new Numbers(language()).day(LocalDate.parse(release.date()));
    // A Russian date ends in a full stop by itself.
    return words.say("results.cut", release.number(), day).replace("..", ".");
  }

  /** Whether these rows are weighted. */
  public String weighting(Stream<ProtectedRow> rows) {
    return words.say("figures.weighting." + TableWeighting.of(rows).code());
  }

  /** What the last releases that counted it anew told of all who answered an item. */
  List<PastRow> history(Item item) {
    List<PastRow> all = where.isEmpty() ? release.history(collector, item.code()) : List.of();
    return all.subList(Math.max(0, all.size() - MOST_RELEASES), all.size());
  }

  Breakdown breakdown(Item item, List<String> by) {
    return Breakdown.of(
        new BreakdownQuery(version, item, by, where, collector, language()), release);
  }

  /** The answers that can be given and counted, as the form has them. */
  List<String> answers(Item item) {
    return inOrder(item.question(), item.counted());
  }

  /** What an answer is called. */
  String label(Question question, String code) {
    return survey().label(question, code, language());
  }

  /** What a category of a segment or of a grouping is called. */
  String category(String split, String code) {
    return version.splits().get(split).label(code, language());
  }

  /** The domains of a table in the order in which readers look categories up. */
  List<DomainRow> domains(Breakdown breakdown) {
    List<DomainRow> domains = new ArrayList<>(breakdown.domains());
    List<String> by = breakdown.query().by();
    for (int i = by.size() - 1; i >= 0; i--) {
      String split = by.get(i);
      List<String> order = order(split);
      domains.sort(Comparator.comparing(row -> order.indexOf(row.categories().get(split))));
    }
    return domains;
  }

  private List<String> order(String split) {
    List<String> codes = version.splits().get(split).codes();
    Question segment = version.questions().get(split);
    return segment == null ? codes : inOrder(segment, codes);
  }

  /** As on the form: residuals last, the others as authored or by name. */
  private List<String> inOrder(Question question, List<String> codes) {
    if (!question.order().byName()) {
      return codes;
    }
    List<String> sorted = new ArrayList<>(codes);
    sorted.sort(
        Comparator.comparing((String code) -> question.residuals().contains(code))
            .thenComparing(code -> label(question, code), Alphabet.of(language())));
    return sorted;
  }
}
