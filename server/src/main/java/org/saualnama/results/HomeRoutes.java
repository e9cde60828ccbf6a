package org.saualnama.results;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.survey.Surveys;

/** {@code /}. */
public final class HomeRoutes {
  private final Surveys surveys;
  private final Pages pages;

  public HomeRoutes(Surveys surveys, Pages pages) {
    this.surveys = surveys;
    this.pages = pages;
  }

  public void mount(Doors doors) {
    doors.get("/", Access.ANYBODY).handler(this::home);
  }

  private void home(RoutingContext context) {
    String language = Languages.best(context, pages.texts().languages());
    PageView view = pages.view(language, pages.texts().text(language, "home.title"));
    context
        .response()
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Vary", "Accept-Language");
    HomePage page = new HomePage(view, List.copyOf(surveys.all().values()));
    pages.show(context, 200, HomePage.TEMPLATE, page).onFailure(context::fail);
  }
}
