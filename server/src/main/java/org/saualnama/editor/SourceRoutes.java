package org.saualnama.editor;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.Draft;
import org.saualnama.http.Doors;
import org.saualnama.studio.Notice;
import org.saualnama.studio.StudioPage;

/** {@code /studio/surveys/{survey}/yaml}: the same draft as it is written. */
public final class SourceRoutes {
  private static final Access AUTHOR = Access.of(Role.AUTHOR);

  /** A definition of 1 MiB, as a form sends it: up to three bytes for each byte. */
  private static final int LIMIT = 3 * (1 << 20) + (1 << 16);

  private final StudioPage pages;
  private final PgEdits edits;

  public SourceRoutes(StudioPage pages, PgEdits edits) {
    this.pages = pages;
    this.edits = edits;
  }

  public void mount(Doors doors) {
    String path = Source.address(":survey");
    doors.get(path, AUTHOR).handler(this::show);
    doors.at(HttpMethod.POST, path, AUTHOR, LIMIT).handler(this::save);
  }

  private void show(RoutingContext context) {
    edits
        .draft(context.pathParam("survey"))
        .compose(draft -> show(context, draft))
        .onFailure(context::fail);
  }

  private Future<Void> show(RoutingContext context, Draft draft) {
    return edits
        .look(draft.definition())
        .map(
            look -> {
              List<Note> notes =
                  look.problems().stream()
                      .map(p -> new Note(true, p.line(), p.message(), p.mend()))
                      .toList();
              return new Source(
                  pages.frame(context, "edit.source.title", draft.survey()),
                  draft,
                  draft.definition(),
                  notes);
            })
        .compose(source -> pages.show(context, 200, Source.TEMPLATE, source));
  }

  private void save(RoutingContext context) {
    Sent sent = EditorRoutes.sent(context);
    String survey = context.pathParam("survey");
    edits
        .source(survey, sent.one("source"), sent.revision("revision"), Doors.caller(context).name())
        .compose(draft -> pages.go(context, Source.address(survey), Notice.SAVED))
        .recover(failure -> new RefusalPage(pages, edits).say(context, sent, failure))
        .onFailure(context::fail);
  }
}
