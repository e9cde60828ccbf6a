package org.saualnama.editor;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.Draft;
import org.saualnama.editor.PgEdits.Change;
import org.saualnama.http.Doors;
import org.saualnama.studio.Frame;
import org.saualnama.studio.StudioPage;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.Question;
import org.saualnama.survey.Surveys;
import org.saualnama.trial.Trial;
import org.saualnama.trial.TrialLinks;

/** {@code /studio/surveys/{survey}/edit}: the questionnaire as a form, saved while it is filled. */
public final class EditorRoutes {
  private static final Access AUTHOR = Access.of(Role.AUTHOR);
  private static final int LIMIT = 512 * 1024;

  private final StudioPage pages;
  private final PgEdits edits;
  private final Surveys surveys;
  private final TrialLinks links;

  public EditorRoutes(StudioPage pages, PgEdits edits, Surveys surveys, TrialLinks links) {
    this.pages = pages;
    this.edits = edits;
    this.surveys = surveys;
    this.links = links;
  }

  public void mount(Doors doors) {
    String path = Sheet.address(":survey");
    doors.get(path, AUTHOR).handler(this::show);
    doors.at(HttpMethod.POST, path, AUTHOR, LIMIT).handler(this::edit);
    doors.at(HttpMethod.POST, path + "/figures/:segment", AUTHOR, LIMIT).handler(this::figures);
    doors.post(path + "/undo", AUTHOR).handler(context -> step(context, true));
    doors.post(path + "/redo", AUTHOR).handler(context -> step(context, false));
  }

  /** Checks figures while they are typed or pasted; saves nothing. */
  private void figures(RoutingContext context) {
    String segment = context.pathParam("segment");
    edits
        .draft(survey(context))
        .map(draft -> DefinitionSource.of("draft", draft.definition()).tree())
        .map(tree -> Parts.find(tree, segment).orElseThrow(() -> Wrong.gone("question", segment)))
        .map(
            spot ->
                Figures.of(
                    pages.frame(context, "edit.title", survey(context)),
                    spot.node(),
                    sent(context).one("m.table." + segment)))
        .compose(figures -> pages.show(context, 200, Figures.TEMPLATE, figures))
        .onFailure(context::fail);
  }

  private static String survey(RoutingContext context) {
    return context.pathParam("survey");
  }

  private void show(RoutingContext context) {
    String at = context.queryParam("at").stream().findFirst().orElse("");
    edits
        .draft(survey(context))
        .compose(draft -> sheet(context, draft, at, null))
        .compose(
            sheet ->
                sheet.look().isShaped()
                    ? pages.show(context, 200, Sheet.TEMPLATE, sheet)
                    : pages.go(context, Source.address(survey(context))))
        .onFailure(context::fail);
  }

  private void edit(RoutingContext context) {
    Sent sent = sent(context);
    edits
        .apply(survey(context), sent, frozen(context), Doors.caller(context).name())
        .compose(change -> answer(context, sent, change))
        .recover(failure -> new RefusalPage(pages, edits).say(context, sent, failure))
        .onFailure(context::fail);
  }

  private void step(RoutingContext context, boolean back) {
    Sent sent = sent(context);
    String survey = survey(context);
    String who = Doors.caller(context).name();
    int revision = sent.revision("revision");
    (back ? edits.drafts().undo(survey, revision, who) : edits.drafts().redo(survey, revision, who))
        .compose(draft -> pages.go(context, backTo(sent, survey)))
        .recover(failure -> new RefusalPage(pages, edits).say(context, sent, failure))
        .onFailure(context::fail);
  }

  /** Undo and redo lead back to the view that they were asked for in. */
  private static String backTo(Sent sent, String survey) {
    return sent.one("view").equals("source")
        ? Source.address(survey)
        : Sheet.address(survey) + "?at=" + at(sent.one("at"));
  }

  private static String at(String part) {
    return part.matches("(page:)?[A-Za-z0-9_-]{0,40}") ? part : "";
  }

  static Sent sent(RoutingContext context) {
    Map<String, List<String>> fields = new HashMap<>();
    context
        .request()
        .formAttributes()
        .names()
        .forEach(name -> fields.put(name, context.request().formAttributes().getAll(name)));
    return new Sent(fields);
  }

  private Set<String> frozen(RoutingContext context) {
    return surveys.find(survey(context)).stream()
        .flatMap(survey -> survey.latest().survey().questions().stream())
        .map(Question::code)
        .collect(Collectors.toSet());
  }

  private Future<Void> answer(RoutingContext context, Sent sent, Change change) {
    Going going = Going.after(sent, change.before(), change.after());
    if (!isHtmx(context)) {
      String address = Sheet.address(survey(context)) + "?at=" + going.at();
      return pages.go(context, address + (going.at().isEmpty() ? "" : "#" + going.id()));
    }
    if (!going.anew()) {
      context.response().putHeader("HX-Reswap", "none");
    }
    return sheet(context, change.draft(), going.at(), going.focus())
        .compose(
            sheet ->
                pages.show(
                    context, 200, going.anew() ? "editor/anew.jte" : "editor/saved.jte", sheet));
  }

  private Future<Sheet> sheet(RoutingContext context, Draft draft, String at, String focus) {
    return edits
        .look(draft.definition())
        .map(
            look -> {
              Frame frame = pages.frame(context, "edit.title", draft.survey());
              String preview =
                  links
                      .to(Trial.ofDraft(Trial.Kind.PREVIEW, draft.survey(), draft.revision()))
                      .path();
              Notes notes = Notes.of(look, frame.words());
              return new Sheet(frame, draft, look, notes, frozen(context), at, focus, preview);
            });
  }

  static boolean isHtmx(RoutingContext context) {
    return context.request().getHeader("HX-Request") != null;
  }
}
