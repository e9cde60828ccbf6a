package org.saualnama.trial;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
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
import org.saualnama.survey.Surveys;
import org.saualnama.trial.Trial.Kind;

/** {@code /trial/{token}}: the real form under a banner, its answers going nowhere. */
public final class TrialRoutes {
  private final TrialLinks links;
  private final Surveys surveys;
  private final StateSeal seal;
  private final Pages pages;
  private final Map<Kind, Pages> framed;

  /**
   * The routes of trials.
   *
   * @param pages the form's own
   */
  public TrialRoutes(TrialLinks links, Surveys surveys, StateSeal seal, Pages pages) {
    this.links = links;
    this.surveys = surveys;
    this.seal = seal;
    this.pages = pages;
    this.framed = Map.of(Kind.PREVIEW, pages.under("trial.preview").framed());
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

  /** One turn of the form that the link names. */
  private interface Turn {
    Future<Void> of(FormPage form, RoutingContext context, FormPlace place);
  }

  private void on(RoutingContext context, Turn turn) {
    String token = context.pathParam("token");
    Optional<Trial> trial = links.open(token);
    trial
        .flatMap(this::survey)
        .map(survey -> new FormPlace(TrialLinks.path(token), survey))
        .map(place -> turn.of(form(trial.orElseThrow()), context, place))
        .orElseGet(() -> over(context))
        .onFailure(context::fail);
  }

  private Optional<PublishedSurvey> survey(Trial trial) {
    return surveys
        .find(trial.survey())
        .flatMap(survey -> survey.version(trial.number()))
        .map(version -> new PublishedSurvey(List.of(version), true));
  }

  private FormPage form(Trial trial) {
    return new FormPage(seal, framed.get(trial.kind()), TrialRoutes::nowhere);
  }

  private static Future<Optional<Taken>> nowhere(
      UUID id, SurveyVersion version, Supplier<Submission> checking) {
    return Future.succeededFuture(checking).map(Supplier::get).map(checked -> Optional.empty());
  }

  private Future<Void> over(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    String language = Languages.best(context, pages.texts().languages());
    return pages.show(context, 404, MessagePage.of(pages, language, "trial.over"));
  }
}
