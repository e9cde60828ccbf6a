package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Preconditions;
import org.saualnama.http.Replies;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** {@code /api/v1/surveys/{survey}/draft}, and where drafts begin. */
public final class DraftRoutes {
  private static final String DRAFT = "/api/v1/surveys/:survey/draft";

  private final PgDrafts drafts;

  public DraftRoutes(PgDrafts drafts) {
    this.drafts = drafts;
  }

  public void mount(Doors doors) {
    Access author = Access.of(Role.AUTHOR);
    int limit = DefinitionRoutes.BODY_LIMIT;
    doors.at(HttpMethod.POST, "/api/v1/surveys", author, limit).handler(this::create);
    doors.get(DRAFT, author).handler(this::show);
    doors.at(HttpMethod.PUT, DRAFT, author, limit).handler(this::replace);
    doors.post(DRAFT + "/undo", author).handler(this::undo);
    doors.post(DRAFT + "/redo", author).handler(this::redo);
    doors.post("/api/v1/surveys/:survey/duplicate", author).handler(this::duplicate);
  }

  private void create(RoutingContext context) {
    Replies.answer(
        context,
        DefinitionRoutes.yaml(context)
            .compose(yaml -> create(context, SentDefinition.code(yaml), yaml)));
  }

  private Future<Void> create(RoutingContext context, String code, String yaml) {
    return drafts
        .create(code, yaml, who(context))
        .compose(
            draft -> {
              context.response().putHeader("Location", "/api/v1/surveys/" + code + "/draft");
              return reply(context, 201, draft);
            });
  }

  private void show(RoutingContext context) {
    Replies.answer(
        context,
        find(context)
            .compose(
                draft -> {
                  head(context, draft);
                  return DefinitionRoutes.show(context, draft.definition());
                }));
  }

  private Future<Draft> find(RoutingContext context) {
    return drafts
        .find(context.pathParam("survey"))
        .map(
            found ->
                found.orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such survey.")));
  }

  private void replace(RoutingContext context) {
    String survey = context.pathParam("survey");
    int expected = Preconditions.revision(context);
    Replies.answer(
        context,
        DefinitionRoutes.yaml(context)
            .compose(
                yaml -> {
                  Recoding.keepsCode(survey, yaml);
                  return drafts.replace(survey, yaml, expected, who(context));
                })
            .compose(draft -> reply(context, 200, draft)));
  }

  private void undo(RoutingContext context) {
    int expected = Preconditions.revision(context);
    Replies.answer(
        context,
        drafts
            .undo(context.pathParam("survey"), expected, who(context))
            .compose(draft -> reply(context, 200, draft)));
  }

  private void redo(RoutingContext context) {
    int expected = Preconditions.revision(context);
    Replies.answer(
        context,
        drafts
            .redo(context.pathParam("survey"), expected, who(context))
            .compose(draft -> reply(context, 200, draft)));
  }

  /** A new survey needs the role for all of them, as beginning one does. */
  private void duplicate(RoutingContext context) {
    String code =
        SentDefinition.checked(Optional.of(Replies.body(context).path("survey").asText()));
    if (!Doors.caller(context).may(Set.of(Role.AUTHOR), Optional.empty())) {
      throw new Refusal(Reason.FORBIDDEN, "Only an author of all surveys may add one.");
    }
    Replies.answer(
        context,
        find(context)
            .compose(draft -> create(context, code, Recoding.as(draft.definition(), code))));
  }

  private static String who(RoutingContext context) {
    return Doors.caller(context).name();
  }

  private static void head(RoutingContext context, Draft draft) {
    context
        .response()
        .putHeader("ETag", Preconditions.tag(draft.revision()))
        .putHeader("Cache-Control", "no-store");
  }

  private static Future<Void> reply(RoutingContext context, int status, Draft draft) {
    head(context, draft);
    return Replies.json(context, status, OwnDraftsRoutes.head(draft));
  }
}
