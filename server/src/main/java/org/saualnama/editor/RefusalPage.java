package org.saualnama.editor;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.saualnama.http.Refusals;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.studio.Frame;
import org.saualnama.studio.StudioPage;

/**
 * Says why a change of a draft was not made: beside the form for htmx, else on a page of its own.
 */
final class RefusalPage {
  private final StudioPage pages;
  private final PgEdits edits;

  RefusalPage(StudioPage pages, PgEdits edits) {
    this.pages = pages;
    this.edits = edits;
  }

  /** Answers with the refusal in {@code failure}; fails with anything else. */
  Future<Void> say(RoutingContext context, Sent sent, Throwable failure) {
    if (!(failure instanceof Refusal refusal) || refusal.reason() == Reason.NOT_FOUND) {
      return Future.failedFuture(failure);
    }
    return refusal.reason() == Reason.CHANGED_MEANWHILE
        ? conflict(context, sent, refusal)
        : refused(context, refusal);
  }

  private Future<Void> conflict(RoutingContext context, Sent sent, Refusal refusal) {
    Frame frame = pages.frame(context, "edit.conflict.title");
    return edits
        .draft(context.pathParam("survey"))
        .map(now -> new Conflict(frame, context.normalizedPath(), now, sent, refusal.problems()))
        .compose(page -> show(context, 412, Conflict.TEMPLATE, Conflict.PAGE, page));
  }

  private Future<Void> refused(RoutingContext context, Refusal refusal) {
    Frame frame = pages.frame(context, "studio.refused").inError();
    String back = Sheet.address(context.pathParam("survey"));
    Refused page = Refused.of(frame, back, refusal);
    return show(context, Refusals.status(refusal.reason()), Refused.TEMPLATE, Refused.PAGE, page);
  }

  private Future<Void> show(
      RoutingContext context, int status, String part, String whole, Object model) {
    if (!EditorRoutes.isHtmx(context)) {
      return pages.show(context, status, whole, model);
    }
    context.response().putHeader("HX-Retarget", "#said").putHeader("HX-Reswap", "innerHTML");
    return pages.show(context, status, part, model);
  }
}
