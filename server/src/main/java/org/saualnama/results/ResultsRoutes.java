package org.saualnama.results;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.MessagePage;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Survey;
import org.saualnama.survey.Surveys;

/** {@code /} and {@code /results/{survey}}. */
public final class ResultsRoutes {
  private final Surveys surveys;
  private final PublishedReleases releases;
  private final Pages pages;

  public ResultsRoutes(Surveys surveys, PublishedReleases releases, Pages pages) {
    this.surveys = surveys;
    this.releases = releases;
    this.pages = pages;
  }

  public void mount(Doors doors) {
    doors.get("/", Access.ANYBODY).handler(this::home);
    doors.get("/results/:survey", Access.ANYBODY).handler(this::results);
    doors.get("/results/:survey/:lang", Access.ANYBODY).handler(this::results);
  }

  private void home(RoutingContext context) {
    String language = Languages.best(context, pages.texts().languages());
    PageView view = pages.view(language, pages.texts().text(language, "home.title"));
    HomePage page = new HomePage(view, List.copyOf(surveys.all().values()));
    show(context, HomePage.TEMPLATE, page);
  }

  private void results(RoutingContext context) {
    Optional<PublishedSurvey> found = surveys.find(context.pathParam("survey"));
    if (found.isEmpty()) {
      String language = Languages.best(context, pages.texts().languages());
      pages
          .show(context, 404, MessagePage.withLink(pages, language, "missing", "/", "home.title"))
          .onFailure(context::fail);
      return;
    }
    Survey survey = found.get().latest().survey();
    String language = Languages.best(context, survey.languages());
    PageView view =
        pages.view(
            language, pages.texts().text(language, "results.title", survey.title().in(language)));
    Optional<PublishedRelease> newest = releases.newest(survey.code());
    show(
        context,
        ResultsPage.TEMPLATE,
        new ResultsPage(
            view,
            found.get(),
            newest,
            releases.areWithdrawn(survey.code()),
            collector(newest, context.queryParam("collector"))));
  }

  /** The one asked for, or the open link, or where that has no figures, the first that has. */
  private static String collector(Optional<PublishedRelease> release, List<String> asked) {
    List<String> published = release.map(PublishedRelease::collectors).orElse(List.of());
    return asked.isEmpty() && !published.isEmpty()
        ? published.get(0)
        : BreakdownQuery.collector(asked, published);
  }

  private void show(RoutingContext context, String template, Object page) {
    context
        .response()
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Vary", "Accept-Language");
    pages.show(context, 200, template, page).onFailure(context::fail);
  }
}
