package org.saualnama.form;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.http.Languages;
import org.saualnama.http.Pages;
import org.saualnama.http.Refusals;
import org.saualnama.http.Sent;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.Checked;
import org.saualnama.submission.PgIntake.Taken;
import org.saualnama.submission.Submission;
import org.saualnama.survey.SurveyState;
import org.saualnama.survey.SurveyVersion;

/**
 * The form wherever it is filled in: a GET begins, every later page is the direct answer to a POST,
 * and nothing is kept here in between.
 */
public final class FormPage {
  /** Where the answers go once they are sent. */
  public interface Outlet {
    /**
     * Takes one submission; where it is counted, by the rules of {@code PgIntake.take}.
     *
     * @return empty where nothing is counted
     */
    Future<Optional<Taken>> take(UUID id, SurveyVersion version, Supplier<Submission> checking);

    /**
     * Hears that a form has come further than ever before, by places as in the form's state; where
     * nothing is counted, nobody listens.
     */
    default void reached(SurveyVersion version, int before, int now) {}
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private final StateSeal seal;
  private final Pages pages;
  private final StepPage steps;
  private final Outlet outlet;

  public FormPage(StateSeal seal, Pages pages, Outlet outlet) {
    this.seal = seal;
    this.pages = pages;
    this.steps = new StepPage(pages, seal);
    this.outlet = outlet;
  }

  /** The consent, in the language that fits best. */
  public Future<Void> begin(RoutingContext context, FormPlace place) {
    SurveyVersion version = place.survey().latest();
    String language = Languages.best(context, version.survey().languages());
    context.response().putHeader("Vary", "Accept-Language");
    FormState state =
        FormState.begin(UUID.randomUUID(), RANDOM.nextLong(), version.number(), language);
    return answer(context, place, version, new Step.Consent(state, false));
  }

  /** What follows from the page that was posted. */
  public Future<Void> step(RoutingContext context, FormPlace place) {
    Fields fields = fields(context);
    Optional<FormState> state = seal.open(place.address(), fields.one(Fields.STATE));
    Optional<SurveyVersion> version = state.flatMap(s -> place.survey().version(s.version()));
    if (version.isEmpty()) {
      List<String> languages = place.survey().latest().survey().languages();
      return steps.expired(context, place, Languages.best(context, languages));
    }
    Step step = new Interview(version.get()).step(state.orElseThrow(), fields);
    note(place, version.get(), state.orElseThrow(), step.state());
    return answer(context, place, version.get(), step);
  }

  private static Fields fields(RoutingContext context) {
    return new Fields(Sent.values(context.request().formAttributes()));
  }

  private Future<Void> answer(
      RoutingContext context, FormPlace place, SurveyVersion version, Step step) {
    if (step instanceof Step.Send send) {
      // Also when it is closed by now: who was counted before gets the receipt again.
      return send(context, place, version, send.state());
    }
    return place.survey().open()
        ? steps.show(context, place, version, step)
        : steps.shut(context, place, step.state().language(), place.survey().state());
  }

  private void note(FormPlace place, SurveyVersion version, FormState before, FormState now) {
    if (place.survey().open() && now.furthest() > before.furthest()) {
      outlet.reached(version, before.furthest(), now.furthest());
    }
  }

  private Future<Void> send(
      RoutingContext context, FormPlace place, SurveyVersion version, FormState state) {
    return outlet
        .take(state.id(), version, () -> checked(version, state))
        .compose(
            taken -> steps.thank(context, place, version, state, taken),
            failure -> refused(context, place, version, state, failure));
  }

  private static Submission checked(SurveyVersion version, FormState state) {
    Checked checked = new AnswerSheet(version, state).sent().checkedAgainst(version);
    return checked
        .submission()
        .orElseThrow(() -> new Refusal(Reason.INVALID_SUBMISSION, "To be mended in the form."));
  }

  private Future<Void> refused(
      RoutingContext context,
      FormPlace place,
      SurveyVersion version,
      FormState state,
      Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      return Future.failedFuture(failure);
    }
    return switch (refusal.reason()) {
      case BUSY -> steps.busy(context, place, version, state);
      case CLOSED -> steps.shut(context, place, state.language(), SurveyState.CLOSED);
      case PAUSED -> steps.shut(context, place, state.language(), SurveyState.PAUSED);
      case TOO_MANY -> steps.message(context, 429, state.language(), "full");
      case INVALID_SUBMISSION ->
          steps.show(context, place, version, new Interview(version).mend(state));
      default -> Future.failedFuture(failure);
    };
  }

  /** Every failure on the way as a page in the reader's language. */
  public void failed(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    String language = Languages.best(context, pages.texts().languages());
    Refusal refusal = Refusals.refusal(context);
    int status = refusal == null ? 500 : Refusals.status(refusal.reason());
    String key = status == 404 ? "missing" : status == 413 ? "too_large" : "failed";
    steps.message(context, status, language, key);
  }
}
