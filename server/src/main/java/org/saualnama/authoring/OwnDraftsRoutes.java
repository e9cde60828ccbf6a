package org.saualnama.authoring;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saualnama.access.Access;
import org.saualnama.access.Caller;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;

/** {@code /api/v1/drafts}: what one may write on, also before anybody else may know of it. */
final class OwnDraftsRoutes {
  private final PgDrafts drafts;

  OwnDraftsRoutes(PgDrafts drafts) {
    this.drafts = drafts;
  }

  void mount(Doors doors) {
    doors.get("/api/v1/drafts", Access.somewhere(Role.AUTHOR)).handler(this::list);
  }

  private void list(RoutingContext context) {
    Caller caller = Doors.caller(context);
    context.response().putHeader("Cache-Control", "no-store");
    Replies.answer(
        context,
        drafts
            .all()
            .map(all -> all.stream().filter(draft -> isOwn(draft, caller)))
            .map(own -> Json.object("drafts", own.map(OwnDraftsRoutes::head).toList()))
            .compose(view -> Replies.json(context, 200, view)));
  }

  private static boolean isOwn(Draft draft, Caller caller) {
    return caller.may(Set.of(Role.AUTHOR), Optional.of(draft.survey()));
  }

  /** All of a draft but what it says. */
  static Map<String, Object> head(Draft draft) {
    return Json.object(
        "survey", draft.survey(),
        "revision", draft.revision(),
        "changed_by", draft.changedBy(),
        "undoable", draft.undoable(),
        "redoable", draft.redoable());
  }
}
