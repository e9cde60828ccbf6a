package org.saualnama.studio;

import io.vertx.ext.web.RoutingContext;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** {@code /studio}: the surveys that are one's own, and what is said where there is no page. */
public final class StudioRoutes {
  private final StudioPage pages;

  public StudioRoutes(StudioPage pages) {
    this.pages = pages;
  }

  public void mount(Doors doors) {
    doors.get("/studio", Access.SIGNED_IN).handler(this::surveys);
    doors.any("/studio/*").last().handler(StudioRoutes::missing).failureHandler(pages::failed);
  }

  private void surveys(RoutingContext context) {
    Frame frame = pages.frame(context, "studio.surveys");
    pages.show(context, 200, Message.TEMPLATE, new Message(frame, "")).onFailure(context::fail);
  }

  private static void missing(RoutingContext context) {
    context.fail(new Refusal(Reason.NOT_FOUND, "There is no such page."));
  }
}
