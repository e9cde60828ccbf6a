package org.saualnama.form;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.Pages;
import org.saualnama.http.Refusals;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.Checked;
import org.saualnama.submission.PgIntake;
import org.saualnama.submission.Submission;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;

/**
 * {@code /s/{survey}}: a GET begins, every later page is the direct answer to a POST, and nothing
 * is kept here in between. {@code /leave} leads away.
 */
public final class FormRoutes {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Surveys surveys;
  private final PgIntake intake;
  private final StateSeal seal;
  private final Pages pages;
  private final FormPage page;
  private final URI leaveTo;

  /**
   * The form's routes; the intake belongs to one event loop, and so do they.
   *
   * @param leaveTo a neutral page elsewhere for those who have to leave quickly
   */
  public FormRoutes(Surveys surveys, PgIntake intake, StateSeal seal, Pages pages, URI leaveTo) {
    this.surveys = surveys;
    this.intake = intake;
    this.seal = seal;
    this.pages = pages;
    this.page = new FormPage(pages, seal);
    this.leaveTo = leaveTo;
  }

  /** Expects a body handler with a limit before it. */
  public void mount(Doors doors) {
    doors.get("/leave", Access.ANYBODY).handler(this::leave);
    doors.get("/s/:survey", Access.ANYBODY).handler(this::begin);
    doors.get("/s/:survey/:lang", Access.ANYBODY).handler(this::begin);
    doors.post("/s/:survey", Access.ANYBODY).handler(this::step);
    doors.any("/s/*").handler(context -> context.fail(404)).failureHandler(this::failed);
  }

  private void leave(RoutingContext context) {
    FormPage.forget(context);
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", leaveTo.toString())
        .putHeader("Referrer-Policy", "no-referrer")
        .end()
        .onFailure(context::fail);
  }

  private void begin(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    SurveyVersion version = survey.latest();
    String language = Languages.best(context, version.survey().languages());
    context.response().putHeader("Vary", "Accept-Language");
    FormState state =
        FormState.begin(UUID.randomUUID(), RANDOM.nextLong(), version.number(), language);
    answer(context, survey, version, new Step.Consent(state, false)).onFailure(context::fail);
  }

  private void step(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    String code = survey.latest().code();
    Fields fields = fields(context);
    Optional<FormState> state = seal.open(code, fields.one(Fields.STATE));
    Optional<SurveyVersion> version = state.flatMap(s -> survey.version(s.version()));
    if (version.isEmpty()) {
      String language = Languages.best(context, survey.latest().survey().languages());
      page.expired(context, code, language).onFailure(context::fail);
      return;
    }
    Step step = new Interview(version.get()).step(state.orElseThrow(), fields);
    answer(context, survey, version.get(), step).onFailure(context::fail);
  }

  private static Fields fields(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Map<String, List<String>> values = new HashMap<>();
    form.names().forEach(name -> values.put(name, form.getAll(name)));
    return new Fields(values);
  }

  private Future<Void> answer(
      RoutingContext context, PublishedSurvey survey, SurveyVersion version, Step step) {
    if (step instanceof Step.Send send) {
      // Also when it is closed by now: who was counted before gets the receipt again.
      return send(context, version, send.state());
    }
    return survey.open()
        ? page.show(context, version, step)
        : page.closed(context, version.code(), step.state().language());
  }

  private Future<Void> send(RoutingContext context, SurveyVersion version, FormState state) {
    return intake
        .take(version.code(), state.id(), () -> checked(version, state))
        .compose(
            taken -> page.thank(context, version, state, taken),
            failure -> refused(context, version, state, failure));
  }

  private static Submission checked(SurveyVersion version, FormState state) {
    Checked checked = new AnswerSheet(version, state).sent().checkedAgainst(version);
    return checked
        .submission()
        .orElseThrow(() -> new Refusal(Reason.INVALID_SUBMISSION, "To be mended in the form."));
  }

  private Future<Void> refused(
      RoutingContext context, SurveyVersion version, FormState state, Throwable failure) {
    Reason reason = failure instanceof Refusal refusal ? refusal.reason() : null;
    if (reason == Reason.BUSY) {
      return page.busy(context, version, state);
    }
    if (reason == Reason.CLOSED) {
      return page.closed(context, version.code(), state.language());
    }
    return reason == Reason.INVALID_SUBMISSION
        ? page.show(context, version, new Interview(version).mend(state))
        : Future.failedFuture(failure);
  }

  private void failed(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    String language = Languages.best(context, pages.texts().languages());
    Refusal refusal = Refusals.refusal(context);
    int status = refusal == null ? 500 : Refusals.status(refusal.reason());
    String key = status == 404 ? "missing" : status == 413 ? "too_large" : "failed";
    page.message(context, status, language, key);
  }
}
