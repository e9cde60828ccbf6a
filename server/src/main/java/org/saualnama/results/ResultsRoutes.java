package org.saualnama.results;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Asset;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.MessagePage;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.http.Precompressed;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Survey;
import org.saualnama.survey.Surveys;

/** {@code /}, {@code /results/{survey}} and what pages elsewhere show of it in a frame. */
public final class ResultsRoutes {
  private static final int KEPT = 64;
  private static final Asset SCRIPT =
      Asset.of(
          "/results-assets",
          "results",
          "js",
          Asset.SCRIPT,
          Asset.resource(ResultsRoutes.class, "results.js"));

  private final Surveys surveys;
  private final PublishedReleases releases;
  private final Pages plain;
  private final Pages pages;
  private final Pages frames;
  private final Supplier<URI> server;
  private final Renderings<Key, Precompressed> renderings = new Renderings<>(KEPT);

  /** All that a page is made of. A release is itself only as long as no erratum joins it. */
  private record Key(
      String survey,
      int version,
      boolean open,
      Optional<PublishedRelease> release,
      boolean withdrawn,
      String collector,
      String language,
      String asked,
      boolean framed) {}

  /**
   * Pages of the newest releases.
   *
   * @param server how browsers reach it
   */
  public ResultsRoutes(
      Surveys surveys, PublishedReleases releases, Pages pages, Supplier<URI> server) {
    this.surveys = surveys;
    this.releases = releases;
    this.plain = pages;
    this.pages = pages.scripted();
    this.frames = pages.scripted().embeddable();
    this.server = server;
  }

  /** The address of what draws the tables of any page. */
  public static String script() {
    return SCRIPT.path();
  }

  public void mount(Doors doors) {
    SCRIPT.mount(doors);
    doors.get("/", Access.ANYBODY).handler(this::home);
    doors.get("/results/:survey", Access.ANYBODY).handler(context -> results(context, false));
    doors.get("/results/:survey/:lang", Access.ANYBODY).handler(context -> results(context, false));
    doors
        .get("/results/:survey/:lang/embed", Access.ANYBODY)
        .handler(context -> results(context, true));
  }

  private void home(RoutingContext context) {
    String language = Languages.best(context, plain.texts().languages());
    PageView view = plain.view(language, plain.texts().text(language, "home.title"));
    HomePage page = new HomePage(view, List.copyOf(surveys.all().values()));
    cacheable(context);
    plain.show(context, 200, HomePage.TEMPLATE, page).onFailure(context::fail);
  }

  private void results(RoutingContext context, boolean framed) {
    Optional<PublishedSurvey> found = surveys.find(context.pathParam("survey"));
    if (found.isEmpty()) {
      String language = Languages.best(context, plain.texts().languages());
      plain
          .show(context, 404, MessagePage.withLink(plain, language, "missing", "/", "home.title"))
          .onFailure(context::fail);
      return;
    }
    ResultsPage page = page(context, found.get());
    String template = framed ? ResultsPage.FRAME : ResultsPage.TEMPLATE;
    Precompressed rendered =
        renderings.get(key(page, framed), () -> Precompressed.of(pages.render(template, page)));
    cacheable(context);
    (framed ? frames : pages).show(context, rendered).onFailure(context::fail);
  }

  private ResultsPage page(RoutingContext context, PublishedSurvey published) {
    Survey survey = published.latest().survey();
    String language = Languages.best(context, survey.languages());
    String title = pages.texts().text(language, "results.title", survey.title().in(language));
    Optional<PublishedRelease> newest = releases.newest(survey.code());
    return new ResultsPage(
        pages.view(language, title),
        published,
        newest,
        releases.areWithdrawn(survey.code()),
        collector(newest, context.queryParam("collector")),
        Asked.of(published.latest(), context.queryParam("question"), context.queryParam("by")),
        SCRIPT.path(),
        server.get());
  }

  private static Key key(ResultsPage page, boolean framed) {
    return new Key(
        page.survey().code(),
        page.published().latest().number(),
        page.published().open(),
        page.release(),
        page.withdrawn(),
        page.collector(),
        page.view().language(),
        page.asked().query(),
        framed);
  }

  /** The one asked for, or the open link, or where that has no figures, the first that has. */
  private static String collector(Optional<PublishedRelease> release, List<String> asked) {
    List<String> published = release.map(PublishedRelease::collectors).orElse(List.of());
    return asked.isEmpty() && !published.isEmpty()
        ? published.get(0)
        : BreakdownQuery.collector(asked, published);
  }

  private static void cacheable(RoutingContext context) {
    context
        .response()
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Vary", "Accept-Language");
  }
}
