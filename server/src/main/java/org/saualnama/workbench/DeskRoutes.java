package org.saualnama.workbench;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.saualnama.access.Access;
import org.saualnama.access.Caller;
import org.saualnama.access.Role;
import org.saualnama.audit.Reason;
import org.saualnama.http.Doors;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Secret;
import org.saualnama.studio.Faults;
import org.saualnama.studio.StudioPage;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/**
 * {@code /studio/surveys/{survey}/workbench}: with saved views, and the exact door for stewards.
 */
public final class DeskRoutes {
  private static final String PATH = "/studio/surveys/:survey/workbench";
  private static final String REASON = "exact-reason";

  private final Surveys surveys;
  private final PgLooks looks;
  private final PgSavedViews views;
  private final WorkbenchRoutes bench;
  private final Pages pages;
  private final StudioPage studio;
  private final GivenReason reasons;
  private final Function<RoutingContext, String> csrf;

  /**
   * The studio's side of {@code bench}.
   *
   * @param csrf what a change by the sender of a request has to carry, another in each session
   */
  public DeskRoutes(
      Surveys surveys,
      PgLooks looks,
      PgSavedViews views,
      WorkbenchRoutes bench,
      Pages pages,
      StudioPage studio,
      Secret secret,
      Function<RoutingContext, String> csrf) {
    this.surveys = surveys;
    this.looks = looks;
    this.views = views;
    this.bench = bench;
    this.pages = pages.scripted();
    this.studio = studio;
    this.reasons = new GivenReason(secret);
    this.csrf = csrf;
  }

  public void mount(Doors doors) {
    Access steward = Access.of(Role.STEWARD);
    doors.get(PATH, Access.SIGNED_IN).handler(context -> show(context, false, Faults.NONE));
    doors.post(PATH + "/views", Access.SIGNED_IN).handler(this::save);
    doors.post(PATH + "/views/delete", Access.SIGNED_IN).handler(this::delete);
    doors.get(PATH + "/exact", steward).handler(context -> show(context, true, Faults.NONE));
    doors.post(PATH + "/exact", steward).handler(this::giveReason);
    doors.post(PATH + "/exact/end", steward).handler(this::end);
  }

  private void show(RoutingContext context, boolean exact, Faults faults) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    Wish wish = bench.wish(sent(context), published);
    PageView view = view(context, published, exact);
    Caller caller = Doors.caller(context);
    Optional<String> reason = exact ? reason(context) : Optional.empty();
    Future<Outcome> outcome =
        exact
            ? reason
                .map(why -> looks.exact(published.latest(), wish, view.words(), caller.name(), why))
                .orElseGet(() -> Future.succeededFuture(Outcome.nothing()))
            : looks.published(published, wish, view.words());
    outcome
        .compose(
            came ->
                views
                    .of(caller.account(), published.latest().code())
                    .map(kept -> desk(context, exact, reason, kept))
                    .map(
                        desk ->
                            bench.page(
                                view, published, wish, with(came, faults), Optional.of(desk))))
        .compose(
            page ->
                pages.show(context, page.faults().any() ? 400 : 200, WorkbenchPage.TEMPLATE, page))
        .onFailure(context::fail);
  }

  /** A form that is sent back has its wish in its fields. */
  private static MultiMap sent(RoutingContext context) {
    return context.request().method().name().equals("POST")
        ? context.request().formAttributes()
        : context.queryParams();
  }

  private static Outcome with(Outcome outcome, Faults faults) {
    return faults.any() ? new Outcome(outcome.shown(), faults) : outcome;
  }

  private Desk desk(
      RoutingContext context, boolean exact, Optional<String> reason, List<SavedView> kept) {
    boolean steward = Doors.caller(context).may(Set.of(Role.STEWARD), Optional.of(survey(context)));
    return new Desk(csrf.apply(context), steward, exact, reason, kept);
  }

  private PageView view(RoutingContext context, PublishedSurvey published, boolean exact) {
    List<String> languages = published.latest().survey().languages();
    String wished = studio.language(context);
    String language = languages.contains(wished) ? wished : languages.get(0);
    PageView view = WorkbenchRoutes.view(pages, published, language);
    return exact ? view.titled(view.say("workbench.exact.prefix", view.title())) : view;
  }

  private static String survey(RoutingContext context) {
    return context.pathParam("survey");
  }

  private Optional<String> reason(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(REASON))
        .flatMap(kept -> reasons.given(csrf.apply(context), survey(context), kept.getValue()));
  }

  private void giveReason(RoutingContext context) {
    try {
      String reason = Reason.of(List.of(StudioPage.typed(context, "reason")));
      String kept = reasons.kept(csrf.apply(context), survey(context), reason);
      context.response().addCookie(cookie(context, kept));
      go(context, "/exact");
    } catch (Refusal refusal) {
      PublishedSurvey published = SurveyRoutes.survey(context, surveys);
      PageView view = view(context, published, true);
      show(context, true, Outcome.refused(refusal, wish(context), view.words()).faults());
    }
  }

  private void end(RoutingContext context) {
    context.response().addCookie(cookie(context, "").setMaxAge(0));
    go(context, "");
  }

  /** For this survey's workbench only, shown to no script; gone with the browser. */
  private static Cookie cookie(RoutingContext context, String value) {
    return Cookie.cookie(REASON, value)
        .setPath(WorkbenchPage.studio(survey(context)))
        .setSecure(true)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT);
  }

  private Wish wish(RoutingContext context) {
    return bench.wish(sent(context), SurveyRoutes.survey(context, surveys));
  }

  private void save(RoutingContext context) {
    String name = StudioPage.typed(context, "name");
    boolean exact = StudioPage.typed(context, "exact").equals("yes");
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    SavedView view = new SavedView(name, wish(context).query(), exact);
    Future.succeededFuture()
        .compose(
            begun -> {
              if (!SavedView.isName(name)) {
                throw Refusal.malformed(
                    "name", "no_view_name", "Give the view a name of 1 to 80 characters.");
              }
              return views.save(Doors.caller(context).account(), survey(context), view);
            })
        .onSuccess(saved -> go(context, exact ? "/exact" : ""))
        .onFailure(
            failure -> {
              if (failure instanceof Refusal refusal) {
                PageView words = view(context, published, false);
                // Without a look through the exact door: nobody asked for one.
                show(
                    context,
                    false,
                    Outcome.refused(refusal, wish(context), words.words()).faults());
              } else {
                context.fail(failure);
              }
            });
  }

  private void delete(RoutingContext context) {
    SurveyRoutes.survey(context, surveys);
    views
        .delete(
            Doors.caller(context).account(), survey(context), StudioPage.typed(context, "saved"))
        .onSuccess(
            deleted ->
                go(context, StudioPage.typed(context, "exact").equals("yes") ? "/exact" : ""))
        .onFailure(context::fail);
  }

  private void go(RoutingContext context, String door) {
    String path = WorkbenchPage.studio(survey(context)) + door + "?" + wish(context).query();
    studio.go(context, path).onFailure(context::fail);
  }
}
