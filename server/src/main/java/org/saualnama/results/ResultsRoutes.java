package org.saualnama.results;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.disclosure.PgPastReleases;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Asset;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.MessagePage;
import org.saualnama.http.Pages;
import org.saualnama.http.Precompressed;
import org.saualnama.http.Replies;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.work.Kept;
import org.saualnama.work.Workroom;

/** {@code /results/{survey}} and what pages elsewhere show of it in a frame. */
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
  private final PgPastReleases past;
  private final Workroom room;
  private final Kept<Key, Future<Precompressed>> renderings = new Kept<>(KEPT);
  private final Kept<Key, Future<byte[]>> pictures = new Kept<>(KEPT);

  /** All that a page is made of. A release is itself only as long as no erratum joins it. */
  private record Key(
      String survey,
      int version,
      boolean open,
      Optional<PublishedRelease> release,
      boolean withdrawn,
      boolean pinned,
      String collector,
      String language,
      String asked,
      boolean framed) {}

  /**
   * Pages of the newest releases, and of those that an address names.
   *
   * @param server how browsers reach it
   * @param room where pages are rendered: there are more than can be kept, and the event loop is
   *     for those who answer
   */
  public ResultsRoutes(
      Surveys surveys,
      PublishedReleases releases,
      PgPastReleases past,
      Pages pages,
      Supplier<URI> server,
      Workroom room) {
    this.past = past;
    this.room = room;
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
    doors.publishedPage("/results/:survey").handler(context -> results(context, false));
    doors.publishedPage("/results/:survey/:lang").handler(context -> results(context, false));
    doors.publishedPage("/results/:survey/:lang/embed").handler(context -> results(context, true));
    doors.publishedPage("/results/:survey/:lang/picture.png").handler(this::picture);
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
    String template = framed ? ResultsPage.FRAME : ResultsPage.TEMPLATE;
    page(context, found.get())
        .compose(page -> rendered(key(page, framed), template, page))
        .compose(
            ready -> {
              cacheable(context);
              return (framed ? frames : pages).show(context, ready);
            })
        .onFailure(context::fail);
  }

  private Future<Precompressed> rendered(Key key, String template, ResultsPage page) {
    Future<Precompressed> rendered =
        renderings.of(key, () -> room.of(() -> Precompressed.of(pages.render(template, page))));
    return rendered.onFailure(failure -> renderings.drop(key, rendered));
  }

  private void picture(RoutingContext context) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    page(context, published)
        .compose(
            page -> {
              SharePicture picture =
                  page.picture()
                      .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no picture."));
              Key key = key(page, true);
              Future<byte[]> png = pictures.of(key, () -> room.of(picture::png));
              return png.onFailure(failure -> pictures.drop(key, png));
            })
        .compose(
            png -> {
              cacheable(context);
              return Replies.bytes(context, 200, "image/png", png);
            })
        .onFailure(context::fail);
  }

  private Future<ResultsPage> page(RoutingContext context, PublishedSurvey published) {
    List<String> asked = context.queryParam("release");
    Optional<Integer> number =
        BreakdownQuery.release(asked.isEmpty() ? Map.of() : Map.of("release", asked));
    if (number.isEmpty()) {
      Optional<PublishedRelease> newest = releases.newest(published.latest().code());
      return Future.succeededFuture(page(context, published, published.latest(), newest, false));
    }
    return past.of(published, number)
        .map(told -> page(context, published, told.version(), Optional.of(told.release()), true));
  }

  private ResultsPage page(
      RoutingContext context,
      PublishedSurvey published,
      SurveyVersion version,
      Optional<PublishedRelease> release,
      boolean pinned) {
    Survey survey = version.survey();
    String language = Languages.best(context, survey.languages());
    String title = pages.texts().text(language, "results.title", survey.title().in(language));
    return new ResultsPage(
        pages.view(language, title),
        published,
        version,
        release,
        pinned,
        releases.areWithdrawn(survey.code()),
        collector(release, context.queryParam("collector")),
        Asked.of(version, context.queryParam("question"), context.queryParam("by")),
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
        page.pinned(),
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
