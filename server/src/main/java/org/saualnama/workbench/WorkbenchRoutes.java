package org.saualnama.workbench;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.MessagePage;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.http.Sent;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Surveys;

/** {@code /workbench/{survey}}: for anybody, without a session and so without the exact door. */
public final class WorkbenchRoutes {
  private final Surveys surveys;
  private final PublishedReleases releases;
  private final PgLooks looks;
  private final Pages plain;
  private final Pages pages;
  private final Supplier<URI> server;

  /**
   * Pages of what is published.
   *
   * @param server how programs reach it
   */
  public WorkbenchRoutes(
      Surveys surveys,
      PublishedReleases releases,
      PgLooks looks,
      Pages pages,
      Supplier<URI> server) {
    this.surveys = surveys;
    this.releases = releases;
    this.looks = looks;
    this.plain = pages;
    this.pages = pages.scripted();
    this.server = server;
  }

  public void mount(Doors doors) {
    doors.publishedPage("/workbench/:survey").handler(this::show);
    doors.publishedPage("/workbench/:survey/:lang").handler(this::show);
  }

  private void show(RoutingContext context) {
    Optional<PublishedSurvey> found = surveys.find(context.pathParam("survey"));
    if (found.isEmpty()) {
      String language = Languages.best(context, plain.texts().languages());
      plain
          .show(context, 404, MessagePage.withLink(plain, language, "missing", "/", "home.title"))
          .onFailure(context::fail);
      return;
    }
    show(context, found.get());
  }

  private void show(RoutingContext context, PublishedSurvey published) {
    String language = Languages.best(context, published.latest().survey().languages());
    PageView view = view(pages, published, language);
    Wish wish = wish(context.queryParams(), published);
    looks
        .published(published, wish, view.words())
        .compose(
            outcome -> {
              context
                  .response()
                  .putHeader("Cache-Control", "public, max-age=60")
                  .putHeader("Vary", "Accept-Language");
              return pages.show(
                  context,
                  outcome.faults().any() ? 400 : 200,
                  WorkbenchPage.TEMPLATE,
                  page(view, published, wish, outcome, Optional.empty()));
            })
        .onFailure(context::fail);
  }

  /** What a page shows; {@code desk} is empty for strangers. */
  WorkbenchPage page(
      PageView view, PublishedSurvey published, Wish wish, Outcome outcome, Optional<Desk> desk) {
    String survey = published.latest().code();
    Optional<PublishedRelease> newest = releases.newest(survey);
    return new WorkbenchPage(
        outcome.faults().any() ? view.inError() : view,
        published.latest(),
        newest.map(PublishedRelease::collectors).orElse(List.of()),
        newest.map(PublishedRelease::number).orElse(0),
        releases.areWithdrawn(survey),
        wish,
        outcome.shown(),
        outcome.faults(),
        desk,
        server.get());
  }

  static PageView view(Pages pages, PublishedSurvey published, String language) {
    String title = published.latest().survey().title().in(language);
    return pages.view(language, pages.texts().text(language, "workbench.title", title));
  }

  /** What is picked, by the first collector that has figures if none is. */
  Wish wish(MultiMap sent, PublishedSurvey published) {
    Wish wish = Wish.of(Sent.values(sent), published.latest().survey().core());
    return releases
        .newest(published.latest().code())
        .flatMap(release -> release.collectors().stream().findFirst())
        .map(wish::orBy)
        .orElse(wish);
  }
}
