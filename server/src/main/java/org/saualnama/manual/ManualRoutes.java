package org.saualnama.manual;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;

/** {@code /api}: the contract for people. */
public final class ManualRoutes {
  private final Manual manual = Manual.read();
  private final Pages pages;
  private final Supplier<URI> server;

  /**
   * In the look of {@code pages}.
   *
   * @param server how programs reach it
   */
  public ManualRoutes(Pages pages, Supplier<URI> server) {
    this.pages = pages;
    this.server = server;
  }

  public void mount(Doors doors) {
    doors.get("/api", Access.ANYBODY).handler(this::show);
  }

  private void show(RoutingContext context) {
    String language = Languages.best(context, pages.texts().languages());
    PageView view = pages.view(language, pages.texts().text(language, "manual.title"));
    context
        .response()
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Vary", "Accept-Language");
    pages
        .show(context, 200, ManualPage.TEMPLATE, new ManualPage(view, manual, server.get()))
        .onFailure(context::fail);
  }
}
