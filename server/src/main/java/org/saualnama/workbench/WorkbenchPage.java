package org.saualnama.workbench;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.breakdown.Labels;
import org.saualnama.http.PageView;
import org.saualnama.microdata.MicrodataQuery;
import org.saualnama.results.ResultsRoutes;
import org.saualnama.results.TablePage;
import org.saualnama.studio.Faults;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.Split;
import org.saualnama.survey.SurveyVersion;

/**
 * The workbench of one survey.
 *
 * @param collectors the names of those with figures
 * @param newest the number of the newest release; 0 before the first
 * @param withdrawn whether there was a release that is no longer told
 * @param desk empty for whoever isn't signed in
 * @param server how programs reach it
 */
public record WorkbenchPage(
    PageView view,
    SurveyVersion version,
    List<String> collectors,
    int newest,
    boolean withdrawn,
    Wish wish,
    Optional<Shown> shown,
    Faults faults,
    Optional<Desk> desk,
    URI server)
    implements TablePage {
  static final String TEMPLATE = "workbench/workbench.jte";

  /** One thing that can be picked. */
  public record Choice(String code, String label) {}

  /** Things that can be picked, under what they belong to. */
  public record Family(String label, List<Choice> choices) {}

  public String survey() {
    return version.code();
  }

  public boolean isExact() {
    return desk.filter(Desk::exact).isPresent();
  }

  /** What draws the pictures. */
  public String script() {
    return ResultsRoutes.script();
  }

  /** Where the studio has the workbench of a survey. */
  static String studio(String survey) {
    return "/studio/surveys/" + survey + "/workbench";
  }

  /** Where this page is. */
  public String path() {
    return desk.map(signedIn -> studio(survey()) + (signedIn.exact() ? "/exact" : ""))
        .orElse("/workbench/" + survey() + "/" + view.language());
  }

  @Override
  public String path(String query) {
    return path() + "?" + query;
  }

  /** Where the same is told in another language. */
  public String in(String language) {
    return desk.isPresent()
        ? path("lang=" + language + "&" + wish.query())
        : "/workbench/" + survey() + "/" + language + "?" + wish.query();
  }

  /** Where it is under the studio's door, exact or as published. */
  public String studio(boolean exact) {
    return studio(survey()) + (exact ? "/exact" : "") + "?" + wish.query();
  }

  /** Where a saved view is. */
  public String path(SavedView saved) {
    return studio(survey()) + (saved.exact() ? "/exact" : "") + "?" + saved.query();
  }

  @Override
  public int minBase() {
    return shown.map(Shown::minBase).orElse(0);
  }

  @Override
  public String source() {
    List<String> parts = new ArrayList<>();
    if (isExact()) {
      parts.add(view.say("workbench.exact.banner"));
    }
    parts.add(view.title() + ".");
    shown.ifPresent(told -> parts.addAll(told.about()));
    if (view.demo()) {
      parts.add(view.say("demo"));
    }
    return String.join(" ", parts);
  }

  /** What is said above a picture that leaves the page. */
  public String heading() {
    String heading = shown.map(Shown::heading).orElse("");
    return isExact() ? view.say("workbench.exact.prefix", heading) : heading;
  }

  /** Questions that have shares. */
  public List<Choice> questions() {
    return version.items().values().stream().filter(Item::isChoice).map(this::choice).toList();
  }

  private Choice choice(Item item) {
    String row = Labels.rowOf(item, view.language());
    String label = item.question().label().in(view.language());
    return new Choice(item.code(), row.isEmpty() ? label : label + ": " + row);
  }

  /** What the table can be split by. */
  public List<Choice> splits() {
    if (isExact()) {
      return version.items().values().stream()
          .filter(item -> item.isChoice() && !item.question().strict())
          .map(this::choice)
          .toList();
    }
    return version.splits().values().stream()
        .map(split -> new Choice(split.code(), split.label().in(view.language())))
        .toList();
  }

  /** What it can be filtered by; the exact door knows no groupings. */
  public List<Family> filters() {
    return version.splits().values().stream()
        .filter(split -> !isExact() || version.survey().segments().contains(split.code()))
        .map(this::family)
        .toList();
  }

  private Family family(Split split) {
    List<Choice> choices =
        split.codes().stream()
            .map(code -> new Choice(split.code() + ":" + code, split.label(code, view.language())))
            .toList();
    return new Family(split.label().in(view.language()), choices);
  }

  /** What people call the collector of this name. */
  public String nameOf(String collector) {
    return Labels.collector(Collector.of(collector), view.words());
  }

  /** What exact figures can be weighted by; the default first. */
  public List<Choice> schemes() {
    return MicrodataQuery.schemes(version).stream()
        .map(code -> new Choice(code, ExactWish.scheme(code, view.words())))
        .toList();
  }

  /** The same figures by the API. */
  public Call call() {
    String door = isExact() ? "analysis" : "breakdown";
    Map<String, List<String>> parameters =
        new LinkedHashMap<>(
            isExact()
                ? ExactWish.parameters(wish, view.language())
                : wish.breakdown(view.language()));
    desk.flatMap(Desk::reason)
        .filter(reason -> isExact())
        .ifPresent(reason -> parameters.put("reason", List.of(reason)));
    String address = "/api/v1/surveys/" + survey() + "/" + door + "?" + Wish.query(parameters);
    return new Call(server.resolve(address), isExact());
  }
}
