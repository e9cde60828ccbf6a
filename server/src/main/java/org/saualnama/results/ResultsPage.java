package org.saualnama.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.http.PageView;
import org.saualnama.survey.Item;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Question;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Text;

/**
 * The results of one survey: its core question in total and by each segment.
 *
 * @param release empty before the first
 */
public record ResultsPage(
    PageView view, PublishedSurvey published, Optional<PublishedRelease> release) {
  static final String TEMPLATE = "results/results.jte";

  /**
   * One row of a table.
   *
   * @param base "" where withheld
   * @param shares by option; empty where withheld
   */
  public record Line(String label, String base, List<Integer> shares) {}

  /** One segment's table. */
  public record Table(String caption, List<Line> lines) {}

  public Survey survey() {
    return published.latest().survey();
  }

  public String title() {
    return words(survey().title().byLanguage());
  }

  private Item core() {
    return published.latest().items().get(survey().core());
  }

  /** The core question as it was asked. */
  public String question() {
    return words(core().question().text().byLanguage());
  }

  /** The words of the core question's options, in the order of the shares. */
  public List<String> options() {
    return core().codes().stream().map(code -> label(core().question(), code)).toList();
  }

  /** The whole sample. */
  public Line total() {
    return lines(List.of()).get(0);
  }

  /** A table for each segment. */
  public List<Table> tables() {
    return survey().segments().stream()
        .filter(segment -> !segment.equals(survey().core()))
        .map(
            segment ->
                new Table(words(question(segment).label().byLanguage()), lines(List.of(segment))))
        .toList();
  }

  private List<Line> lines(List<String> by) {
    SurveyVersion version = published.latest();
    BreakdownQuery query =
        new BreakdownQuery(version, core(), by, Map.of(), "open", view.language());
    return Breakdown.of(query, release.orElseThrow()).domains().stream().map(this::line).toList();
  }

  private Line line(DomainRow domain) {
    String label =
        domain.categories().entrySet().stream()
            .map(category -> label(question(category.getKey()), category.getValue()))
            .findFirst()
            .orElse(view.say("results.all"));
    return domain
        .row()
        .map(row -> new Line(label, Integer.toString(row.base()), row.shares()))
        .orElse(new Line(label, "", List.of()));
  }

  /** The base under which nothing is published. */
  public int minBase() {
    return release.orElseThrow().minBase();
  }

  /** What a publication must say: the words by the names of the disclosure items. */
  public Map<String, Text> disclosureItems() {
    return survey().disclosureItems();
  }

  private Question question(String code) {
    return published.latest().questions().get(code);
  }

  private String label(Question question, String code) {
    return survey().label(question, code, view.language());
  }

  private String words(Map<String, String> byLanguage) {
    return byLanguage.get(view.language());
  }
}
