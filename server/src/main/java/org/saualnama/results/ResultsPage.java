package org.saualnama.results;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.breakdown.Labels;
import org.saualnama.breakdown.TableWeighting;
import org.saualnama.disclosure.ProtectedShare;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.http.PageView;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Question;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Text;
import org.saualnama.texts.Alphabet;

/**
 * The results of one survey by one collector: its core question in total and by each segment.
 *
 * @param release empty before the first
 * @param withdrawn whether there was one that is no longer told
 * @param collector the name of the collector
 */
public record ResultsPage(
    PageView view,
    PublishedSurvey published,
    Optional<PublishedRelease> release,
    boolean withdrawn,
    String collector) {
  static final String TEMPLATE = "results/results.jte";

  /**
   * One row of a table.
   *
   * @param base "" where withheld
   * @param shares by option; empty where withheld
   */
  public record Line(String label, String base, List<Cell> shares) {}

  /**
   * One share.
   *
   * @param width of its bar in per cent; 0 where there is none
   * @param band whether the share is not told, for few or none chose it
   */
  public record Cell(String words, double width, boolean band) {}

  /** One segment's table. */
  public record Table(String caption, List<Line> lines) {}

  public Survey survey() {
    return published.latest().survey();
  }

  public String title() {
    return words(survey().title().byLanguage());
  }

  /** The names of all collectors with figures, where there is more than this one. */
  public List<String> collectors() {
    List<String> published = release.map(PublishedRelease::collectors).orElse(List.of());
    return published.equals(List.of(collector)) ? List.of() : published;
  }

  /** What addresses of this page in other languages end in. */
  public String query() {
    return collectors().isEmpty() ? "" : "?collector=" + collector;
  }

  /** What people call the collector of this name. */
  public String nameOf(String other) {
    return Labels.collector(Collector.of(other), view.words());
  }

  /** How these people came to answer, and what can't be claimed of them. */
  public String caution() {
    return view.say("figures." + Collector.of(collector).kind().code());
  }

  /** Whether the figures are weighted. */
  public String weighting() {
    Stream<List<String>> tables =
        Stream.concat(Stream.of(List.of()), survey().segments().stream().map(List::of));
    TableWeighting weighting = TableWeighting.of(tables.flatMap(by -> breakdown(by).rows()));
    return view.say("figures.weighting." + weighting.code());
  }

  /** Whether chance has changed answers before they were kept. */
  public boolean strict() {
    return core().question().strict();
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
    return line(domains(List.of()).get(0));
  }

  /** A table for each segment. */
  public List<Table> tables() {
    return survey().segments().stream()
        .filter(segment -> !segment.equals(survey().core()))
        .map(
            segment ->
                new Table(words(question(segment).label().byLanguage()), lines(question(segment))))
        .toList();
  }

  private List<Line> lines(Question segment) {
    List<DomainRow> domains = new ArrayList<>(domains(List.of(segment.code())));
    if (segment.order().byName()) {
      // As on the form: residuals last, the others as readers look them up.
      domains.sort(
          Comparator.comparing(
                  (DomainRow domain) -> segment.residuals().contains(category(domain, segment)))
              .thenComparing(
                  domain -> label(segment, category(domain, segment)),
                  Alphabet.of(view.language())));
    }
    return domains.stream().map(this::line).toList();
  }

  private static String category(DomainRow domain, Question segment) {
    return domain.categories().get(segment.code());
  }

  private List<DomainRow> domains(List<String> by) {
    return breakdown(by).domains();
  }

  private Breakdown breakdown(List<String> by) {
    SurveyVersion version = published.latest();
    BreakdownQuery query =
        new BreakdownQuery(version, core(), by, Map.of(), collector, view.language());
    return Breakdown.of(query, release.orElseThrow());
  }

  private Line line(DomainRow domain) {
    String label =
        domain.categories().entrySet().stream()
            .map(category -> label(question(category.getKey()), category.getValue()))
            .findFirst()
            .orElse(view.say("results.all"));
    return domain
        .row()
        .map(
            row ->
                new Line(
                    label,
                    Integer.toString(row.base()),
                    row.shares().stream().map(share -> cell(share, row.decimals())).toList()))
        .orElse(new Line(label, "", List.of()));
  }

  private Cell cell(ProtectedShare share, int decimals) {
    return switch (share.status()) {
      case TOLD -> new Cell(percent(share.percent(), decimals), share.percent(), false);
      case UNDER -> new Cell("< 3 %", 0, false);
      case OVER -> new Cell("> 97 %", 100, false);
      case BANDED -> new Cell(view.say("results.band"), 0, true);
    };
  }

  private String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(view.language()));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(share) + " %";
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
