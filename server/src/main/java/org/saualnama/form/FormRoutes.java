package org.saualnama.form;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Pages;
import org.saualnama.submission.PgIntake;
import org.saualnama.submission.PgIntake.Taken;
import org.saualnama.submission.Reached;
import org.saualnama.submission.Submission;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;

/** {@code /s/{survey}}: the form whose answers are counted. {@code /leave} leads away. */
public final class FormRoutes {
  /** Into the ballot box, with a count of how many come how far. */
  private record Counted(PgIntake intake, Reached reached) implements FormPage.Outlet {
    @Override
    public Future<Optional<Taken>> take(
        UUID id, SurveyVersion version, Supplier<Submission> checking) {
      return intake
          .take(version.code(), id, checking)
          .onSuccess(
              taken -> {
                if (taken.first()) {
                  reached.sent(version);
                }
              })
          .map(Optional::of);
    }

    @Override
    public void reached(SurveyVersion version, int before, int now) {
      reached.moved(version, before, now);
    }
  }

  private final Surveys surveys;
  private final FormPage form;
  private final URI leaveTo;

  /**
   * The form's routes; the intake belongs to one event loop, and so do they.
   *
   * @param reached where it is counted how many come how far
   * @param leaveTo a neutral page elsewhere for those who have to leave quickly
   */
  public FormRoutes(
      Surveys surveys, PgIntake intake, Reached reached, StateSeal seal, Pages pages, URI leaveTo) {
    this.surveys = surveys;
    this.form = new FormPage(seal, pages, new Counted(intake, reached));
    this.leaveTo = leaveTo;
  }

  /** Expects a body handler with a limit before it. */
  public void mount(Doors doors) {
    doors.get("/leave", Access.ANYBODY).handler(this::leave);
    doors.get("/s/:survey", Access.ANYBODY).handler(this::begin);
    doors.get("/s/:survey/:lang", Access.ANYBODY).handler(this::begin);
    doors.post("/s/:survey", Access.ANYBODY).handler(this::step);
    doors.any("/s/*").handler(context -> context.fail(404)).failureHandler(form::failed);
  }

  private void leave(RoutingContext context) {
    StepPage.forget(context);
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", leaveTo.toString())
        .putHeader("Referrer-Policy", "no-referrer")
        .end()
        .onFailure(context::fail);
  }

  private void begin(RoutingContext context) {
    form.begin(context, place(context)).onFailure(context::fail);
  }

  private void step(RoutingContext context) {
    form.step(context, place(context)).onFailure(context::fail);
  }

  private FormPlace place(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    return new FormPlace("/s/" + survey.latest().code(), survey);
  }
}
