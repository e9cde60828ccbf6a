package org.saualnama.trial;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.form.FormPage;
import org.saualnama.form.FormPlace;
import org.saualnama.form.StateSeal;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.MessagePage;
import org.saualnama.http.Pages;
import org.saualnama.submission.PgIntake.Taken;
import org.saualnama.submission.Submission;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.trial.Trial.Kind;

/**
 * {@code /trial/{token}}: the real form under a banner, its answers going nowhere or into the test
 * box.
 */
public final class TrialRoutes {
  private final TrialLinks links;
  private final PgTrials trials;
  private final PgTestBox box;
  private final StateSeal seal;
  private final Pages pages;
  private final Map<Kind, Pages> banners;

  /**
   * The routes of trials.
   *
   * @param pages the form's own
   */
  public TrialRoutes(
      TrialLinks links, PgTrials trials, PgTestBox box, StateSeal seal, Pages pages) {
    this.links = links;
    this.trials = trials;
    this.box = box;
    this.seal = seal;
    this.pages = pages;
    this.banners =
        Map.of(
            Kind.PREVIEW, pages.under("trial.preview").framed(),
            Kind.TEST, pages.under("trial.test"));
  }

  /** Whoever has a link may pass: it is its own permission. */
  public void mount(Doors doors) {
    doors.get("/trial/:token", Access.ANYBODY).handler(context -> on(context, FormPage::begin));
    doors
        .get("/trial/:token/:lang", Access.ANYBODY)
        .handler(context -> on(context, FormPage::begin));
    doors.post("/trial/:token", Access.ANYBODY).handler(context -> on(context, FormPage::step));
    doors
        .any("/trial/*")
        .handler(context -> context.fail(404))
        .failureHandler(new FormPage(seal, pages, TrialRoutes::nowhere)::failed);
  }

  /** One turn of the form that a link names. */
  @FunctionalInterface
  private interface Turn {
    Future<Void> of(FormPage form, RoutingContext context, FormPlace place);
  }

  private void on(RoutingContext context, Turn turn) {
    String token = context.pathParam("token");
    Optional<Trial> trial = links.open(token);
    (trial.isEmpty()
            ? say(context, 404, pages, "trial.over")
            : trials.find(trial.get()).compose(found -> on(context, turn, trial.get(), found)))
        .onFailure(context::fail);
  }

  private Future<Void> on(
      RoutingContext context, Turn turn, Trial trial, Optional<PgTrials.Found> found) {
    if (found.isEmpty()) {
      return say(context, 404, pages, "trial.over");
    }
    Pages under = banners.get(trial.kind());
    Optional<PublishedSurvey> survey = found.get().survey();
    if (survey.isEmpty()) {
      return say(context, 200, under, "trial.faulty");
    }
    FormPlace place = new FormPlace(TrialLinks.path(context.pathParam("token")), survey.get());
    return turn.of(new FormPage(seal, under, outlet(trial)), context, place);
  }

  private FormPage.Outlet outlet(Trial trial) {
    return switch (trial.kind()) {
      case PREVIEW -> TrialRoutes::nowhere;
      case TEST ->
          (id, version, checking) ->
              Future.succeededFuture(checking)
                  .map(Supplier::get)
                  .compose(submission -> box.put(trial, submission))
                  .map(kept -> Optional.empty());
    };
  }

  private static Future<Optional<Taken>> nowhere(
      UUID id, SurveyVersion version, Supplier<Submission> checking) {
    return Future.succeededFuture(checking).map(Supplier::get).map(checked -> Optional.empty());
  }

  private static Future<Void> say(RoutingContext context, int status, Pages pages, String key) {
    context.response().putHeader("Cache-Control", "no-store");
    String language = Languages.best(context, pages.texts().languages());
    return pages.show(context, status, MessagePage.of(pages, language, key));
  }
}
