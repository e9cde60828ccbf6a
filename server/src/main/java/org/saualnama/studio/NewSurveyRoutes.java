package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.Blank;
import org.saualnama.authoring.PgAuthoring;
import org.saualnama.authoring.Recoding;
import org.saualnama.authoring.Template;
import org.saualnama.authoring.Templates;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.refusal.Refusal;
import org.saualnama.studio.Faults.Fault;
import org.saualnama.texts.Texts;

/** {@code /studio/new}: a survey begun from nothing, from a template or from another survey. */
public final class NewSurveyRoutes {
  private final StudioPage pages;
  private final PgAuthoring authoring;
  private final Texts texts;

  public NewSurveyRoutes(StudioPage pages, PgAuthoring authoring, Texts texts) {
    this.pages = pages;
    this.authoring = authoring;
    this.texts = texts;
  }

  public void mount(Doors doors) {
    doors.get("/studio/new", Access.of(Role.AUTHOR)).handler(this::ask);
    doors.post("/studio/new", Access.of(Role.AUTHOR)).handler(this::create);
    // Not under the survey's address: what comes of it belongs to no survey that there is.
    doors.post("/studio/duplicate", Access.of(Role.AUTHOR)).handler(this::duplicate);
  }

  private void ask(RoutingContext context) {
    show(context, 200, Faults.NONE).onFailure(context::fail);
  }

  private Future<Void> show(RoutingContext context, int status, Faults faults) {
    Frame frame = pages.frame(context, "new.title");
    List<String> ticked = ticked(context);
    NewSurvey form =
        new NewSurvey(
            faults.any() ? frame.inError() : frame,
            faults,
            StudioPage.typed(context, "from"),
            StudioPage.typed(context, "code"),
            StudioPage.typed(context, "title"),
            ticked.isEmpty() ? frame.languages() : ticked);
    return pages.show(context, status, NewSurvey.TEMPLATE, form);
  }

  private List<String> ticked(RoutingContext context) {
    return texts.languages().stream()
        .filter(language -> !StudioPage.typed(context, "in-" + language).isEmpty())
        .toList();
  }

  private void create(RoutingContext context) {
    String code = StudioPage.typed(context, "code");
    Optional<Template> template = Templates.find(StudioPage.typed(context, "from"));
    Faults faults = faults(context, code, template.isEmpty());
    if (faults.any()) {
      show(context, 422, faults).onFailure(context::fail);
      return;
    }
    String definition =
        template
            .map(found -> Recoding.as(found.definition(), code))
            .orElseGet(() -> blank(context, code));
    begin(context, code, definition)
        .recover(failure -> refused(context, failure))
        .onFailure(context::fail);
  }

  private String blank(RoutingContext context, String code) {
    List<String> languages = ticked(context);
    String own = pages.language(context);
    return Blank.definition(
        texts,
        code,
        languages,
        StudioPage.typed(context, "title"),
        languages.contains(own) ? own : languages.get(0));
  }

  private Faults faults(RoutingContext context, String code, boolean blank) {
    Frame frame = pages.frame(context, "new.title");
    List<Fault> faults = new ArrayList<>();
    if (!SurveyCode.fits(code)) {
      faults.add(new Fault("code", frame.say("fault.no_code")));
    }
    if (blank && ticked(context).isEmpty()) {
      faults.add(new Fault("in-kk", frame.say("new.no_language")));
    }
    return new Faults(faults);
  }

  private Future<Void> begin(RoutingContext context, String code, String definition) {
    return authoring
        .drafts()
        .create(code, definition, Doors.caller(context).name())
        .compose(draft -> pages.go(context, "/studio/surveys/" + code, Notice.CREATED));
  }

  private Future<Void> refused(RoutingContext context, Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      return Future.failedFuture(failure);
    }
    Frame frame = pages.frame(context, "new.title");
    // The API calls it the survey's code; the field here is called after the code alone.
    List<Fault> faults =
        Faults.of(refusal, frame.words()).all().stream()
            .map(
                fault ->
                    new Fault(
                        fault.field().equals("survey") ? "code" : fault.field(), fault.words()))
            .toList();
    return show(context, Refusals.status(refusal.reason()), new Faults(faults));
  }

  private void duplicate(RoutingContext context) {
    String survey = StudioPage.typed(context, "survey");
    String code = StudioPage.typed(context, "code");
    boolean mayRead = pages.frame(context, "new.title").may(Role.AUTHOR, survey);
    if (!SurveyCode.fits(code) || !mayRead) {
      context.fail(Refusal.malformed("code", "no_code", "Choose another code."));
      return;
    }
    authoring
        .drafts()
        .find(survey)
        .map(
            draft ->
                draft.orElseThrow(
                    () -> new Refusal(Refusal.Reason.NOT_FOUND, "There is no such survey.")))
        .compose(draft -> begin(context, code, Recoding.as(draft.definition(), code)))
        .onFailure(context::fail);
  }
}
