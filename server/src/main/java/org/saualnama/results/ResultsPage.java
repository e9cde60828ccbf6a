package org.saualnama.results;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.http.PageView;
import org.saualnama.submission.Collector;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Split;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;

/**
 * The results of one survey by one collector: all of them, one question, or one table in a frame.
 *
 * @param version whose words and rules the release follows
 * @param pinned whether the address names the release
 * @param release empty before the first
 * @param withdrawn whether there was one that is no longer told
 * @param collector the name of the collector
 * @param script the address of what draws the pictures
 * @param server how browsers reach it
 */
public record ResultsPage(
    PageView view,
    PublishedSurvey published,
    SurveyVersion version,
    Optional<PublishedRelease> release,
    boolean pinned,
    boolean withdrawn,
    String collector,
    Asked asked,
    String script,
    URI server)
    implements TablePage {
  static final String TEMPLATE = "results/results.jte";
  static final String FRAME = "results/embed.jte";

  /** What can be said of whose answers these are, under the words of each. */
  public record Fact(String name, String words) {}

  public Survey survey() {
    return version.survey();
  }

  private Edition edition() {
    return Edition.of(version, release.orElseThrow(), collector, view.words());
  }

  /** The core question, or the one that is asked for. */
  public Section main() {
    Sections sections = new Sections(edition());
    return asked.isEverything() ? sections.core() : sections.of(asked);
  }

  /** The other questions, where nothing is asked for. */
  public List<Section> others() {
    return asked.isEverything() ? new Sections(edition()).others() : List.of();
  }

  public boolean isOfOneQuestion() {
    return !asked.isEverything();
  }

  /** The one table to be shown in a frame. */
  public Table framed() {
    List<Table> tables = main().tables();
    return asked.by().isEmpty() ? tables.get(0) : tables.get(1);
  }

  /** The names of all collectors with figures, where there is more than this one. */
  public List<String> collectors() {
    List<String> published = release.map(PublishedRelease::collectors).orElse(List.of());
    return published.equals(List.of(collector)) ? List.of() : published;
  }

  private Addresses at() {
    return new Addresses(
        survey().code(), view.language(), release.map(PublishedRelease::number), server);
  }

  private String shown() {
    return collectors().isEmpty() ? "" : collector;
  }

  /** What addresses of this page in another language or of another collector end in. */
  public String query(String other) {
    return at().ending(asked.query(), collectors().isEmpty() ? "" : other, pinned);
  }

  /** Where the whole page is. */
  public String path() {
    return at().page();
  }

  @Override
  public String path(String query) {
    return path() + at().ending(query, shown(), pinned);
  }

  /** Where the same figures stay when newer ones come. */
  public String permanent(String query) {
    return path() + at().ending(query, collector, true);
  }

  /** Where the newest release tells the same. */
  public String newestPath() {
    return path() + at().ending(asked.query(), shown(), false);
  }

  /** The figures of this question as a picture; empty where nothing is told that it could show. */
  Optional<SharePicture> picture() {
    if (release.isEmpty() || !main().whole().isOfAnswers() || main().whole().only().isWithheld()) {
      return Optional.empty();
    }
    Table whole = main().whole();
    List<SharePicture.Bar> bars =
        IntStream.range(0, whole.columns().size())
            .mapToObj(i -> SharePicture.Bar.of(whole.columns().get(i), whole.only().cells().get(i)))
            .toList();
    List<String> foot = new ArrayList<>(List.of(cut() + " " + people(), caution()));
    if (view.demo()) {
      foot.add(view.say("demo"));
    }
    String title = survey().title().in(view.language());
    return Optional.of(new SharePicture(title, main().title(), bars, foot));
  }

  /** Whether there is one. */
  public boolean hasPicture() {
    return picture().isPresent();
  }

  /** Where it is, for whoever shows a link to this page. */
  public URI pictureAddress() {
    return at().outside("/picture.png" + at().ending(asked.query(), collector, true));
  }

  /** Where this page is for whoever is given a link to it. */
  public URI location() {
    return at().outside(at().ending(asked.query(), shown(), pinned));
  }

  /** Where the news of releases comes from; null for a page that shows one of them for good. */
  public String news() {
    return pinned ? null : at().news();
  }

  /** The HTML that shows a table elsewhere. */
  public String frame(Table table, Section section) {
    String query = table.query().isEmpty() ? "question=" + section.code() : table.query();
    return at().frame(at().ending(query, collector, pinned), section.heading());
  }

  /** The figures of a table as data; "" if they are several tables there. */
  public String csv(Table table) {
    return table.query().isEmpty() ? "" : at().csv(table.query(), collector);
  }

  /** Where a table can be asked for more. */
  public String workbench(Table table) {
    return at().workbench(at().ending(table.query(), collector, pinned));
  }

  /** What people call the collector of this name. */
  public String nameOf(String other) {
    return Labels.collector(Collector.of(other), view.words());
  }

  /** How these people came to answer, and what can't be claimed of them. */
  public String caution() {
    return edition().caution();
  }

  /** Which release these figures are of. */
  public String cut() {
    return edition().cut();
  }

  /** A day as the page's readers write it. */
  public String day(LocalDate day) {
    return new Numbers(view.language()).day(day);
  }

  /** Whether what is shown is split by {@code split}, as the first or the second. */
  public boolean isBy(int place, String split) {
    return asked.by().size() > place && asked.by().get(place).equals(split);
  }

  @Override
  public String source() {
    PublishedRelease told = release.orElseThrow();
    String release = view.say("results.cut", told.number(), told.date());
    String source =
        String.join(" ", view.title() + ".", release, nameOf(collector) + ".", caution());
    return view.demo() ? source + " " + view.say("demo") : source;
  }

  /** Whether the figures are weighted. */
  public String weighting() {
    Edition edition = edition();
    Stream<List<String>> tables =
        Stream.concat(Stream.of(List.of()), survey().segments().stream().map(List::of));
    return edition.weighting(
        tables.flatMap(by -> edition.breakdown(version.items().get(survey().core()), by).rows()));
  }

  /** What results can be split by. */
  public List<Split> splits() {
    return List.copyOf(version.splits().values());
  }

  /** What a split is called. */
  public String label(String split) {
    return version.splits().get(split).label().in(view.language());
  }

  @Override
  public int minBase() {
    return release.orElseThrow().minBase();
  }

  /** How many took part, in words. */
  public String people() {
    long size = release.orElseThrow().sampleSize();
    return view.words().count("results.people", size, new Numbers(view.language()).count(size));
  }

  /** Who was asked, how, when and what follows: what a publication must say. */
  public List<Fact> facts() {
    return survey().disclosureItems().entrySet().stream()
        .map(
            item ->
                new Fact(view.say("item." + item.getKey()), item.getValue().in(view.language())))
        .toList();
  }
}
