package org.saualnama.form;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import org.saualnama.http.FilledPage;
import org.saualnama.http.MessagePage;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.submission.PgIntake;
import org.saualnama.survey.SurveyState;
import org.saualnama.survey.SurveyVersion;

/** Shows each step as its page, with what a browser may keep of it. */
final class StepPage {
  private final Pages pages;
  private final StateSeal seal;

  StepPage(Pages pages, StateSeal seal) {
    this.pages = pages;
    this.seal = seal;
  }

  /** Any step but sending. */
  Future<Void> show(RoutingContext context, FormPlace place, SurveyVersion version, Step step) {
    if (step instanceof Step.End end) {
      forget(context);
      return message(context, 200, end.state().language(), name(end.why()));
    }
    // The browser's own Back needs the page: no-store would take what was typed with it.
    context.response().putHeader("Cache-Control", "private, max-age=0");
    AnswerSheet sheet = new AnswerSheet(version, step.state());
    FramedPage form = frame(place, version, step.state(), sheet.walk());
    String sealed = seal.seal(place.address(), step.state());
    return pages.show(context, 200, page(form, version, sheet, step, sealed));
  }

  private static FilledPage page(
      FramedPage form, SurveyVersion version, AnswerSheet sheet, Step step, String sealed) {
    if (step instanceof Step.Consent consent) {
      ConsentPage page = ConsentPage.of(form, version.survey(), consent.unanswered());
      return new FilledPage(ConsentPage.TEMPLATE, page, sealed, !consent.unanswered());
    }
    if (step instanceof Step.Ask ask) {
      QuestionsPage page = QuestionsPage.of(form, version, sheet, ask);
      return new FilledPage(QuestionsPage.TEMPLATE, page, sealed, page.isBlank());
    }
    return new FilledPage(SendPage.TEMPLATE, new SendPage(form, false), sealed, true);
  }

  private static String name(Step.Why why) {
    return why.name().toLowerCase(Locale.ROOT);
  }

  private FramedPage frame(FormPlace place, SurveyVersion version, FormState state, Walk walk) {
    String title = version.survey().title().in(state.language());
    PageView view = pages.view(state.language(), title);
    boolean asks = state.page() >= 0 && state.page() < walk.pages().size();
    return new FramedPage(
        asks ? view.titled(QuestionsPage.title(view, walk, state.page())) : view,
        place.address(),
        version.survey().languages(),
        walk.previous(state.page()).isPresent());
  }

  /** Not sent: the same page again, with all answers, to be sent once more. */
  Future<Void> busy(
      RoutingContext context, FormPlace place, SurveyVersion version, FormState state) {
    context
        .response()
        .putHeader("Retry-After", "1")
        .putHeader("Cache-Control", "private, max-age=0");
    Walk walk = new AnswerSheet(version, state).walk();
    SendPage page = new SendPage(frame(place, version, state, walk), true);
    String sealed = seal.seal(place.address(), state);
    return pages.show(context, 503, new FilledPage(SendPage.TEMPLATE, page, sealed, true));
  }

  /** The end; without a receipt where nothing is counted. */
  Future<Void> thank(
      RoutingContext context,
      FormPlace place,
      SurveyVersion version,
      FormState state,
      Optional<PgIntake.Taken> taken) {
    forget(context);
    String language = state.language();
    if (taken.isEmpty()) {
      String again = place.address() + "/" + language;
      String key = pages.banner().orElseThrow() + ".thanks";
      return pages.show(
          context, 200, MessagePage.withLink(pages, language, key, again, "expired.link"));
    }
    PageView view = pages.view(language, version.survey().title().in(language));
    return pages.show(
        context,
        200,
        ThanksPage.TEMPLATE,
        new ThanksPage(view, version.code(), taken.get().receipt().code(), taken.get().first()));
  }

  /** A survey that takes no answers: for now, or for good. */
  Future<Void> shut(RoutingContext context, FormPlace place, String language, SurveyState state) {
    String key = state == SurveyState.PAUSED ? "paused" : "closed";
    if (context.request().method().equals(HttpMethod.POST)) {
      // The pages before this one may hold answers that nobody can send any more.
      forget(context);
    } else {
      context.response().putHeader("Cache-Control", "private, max-age=0");
    }
    return pages.show(
        context,
        200,
        MessagePage.withLink(pages, language, key, "/results/" + place.code(), "results.link"));
  }

  Future<Void> expired(RoutingContext context, FormPlace place, String language) {
    context.response().putHeader("Cache-Control", "no-store");
    return pages.show(
        context,
        400,
        MessagePage.withLink(
            pages, language, "expired", place.address() + "/" + language, "expired.link"));
  }

  /** A page that only says something, and that nobody has to keep. */
  Future<Void> message(RoutingContext context, int status, String language, String key) {
    context.response().putHeader("Cache-Control", "no-store");
    return pages.show(context, status, MessagePage.of(pages, language, key));
  }

  /** What a shared phone would keep of the pages before is cleared, and this one is not kept. */
  static void forget(RoutingContext context) {
    context
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("Clear-Site-Data", "\"cache\"");
  }
}
