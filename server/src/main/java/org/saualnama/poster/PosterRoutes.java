package org.saualnama.poster;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.PageView;
import org.saualnama.http.Pages;
import org.saualnama.http.Replies;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/**
 * {@code /api/v1/surveys/{survey}/qr.svg} and {@code /studio/surveys/{survey}/poster/{lang}}: the
 * open link for paper. Everybody gets the same address, so nobody can tell who came by which sheet.
 */
public final class PosterRoutes {
  private final Surveys surveys;
  private final Pages pages;
  private final Supplier<URI> publicUrl;

  /**
   * The routes of posters.
   *
   * @param pages in the poster's look
   * @param publicUrl how browsers reach this server; known once it serves
   */
  public PosterRoutes(Surveys surveys, Pages pages, Supplier<URI> publicUrl) {
    this.surveys = surveys;
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  public void mount(Doors doors) {
    doors.get("/api/v1/surveys/:survey/qr.svg", Access.ANYBODY).handler(this::qr);
    doors
        .get("/studio/surveys/:survey/poster/:lang", Access.of(Role.AUTHOR))
        .handler(context -> poster(context).onFailure(context::fail));
  }

  private void qr(RoutingContext context) {
    Survey survey = SurveyRoutes.survey(context, surveys).latest().survey();
    String path = "/s/" + survey.code();
    if (context.request().getParam("lang") != null) {
      path += "/" + SurveyRoutes.language(context, survey);
    }
    String address = publicUrl.get().resolve(path).toString();
    byte[] svg = QrSvg.of(address, address).getBytes(StandardCharsets.UTF_8);
    context.response().putHeader("Cache-Control", "public, max-age=60");
    Replies.bytes(context, 200, "image/svg+xml", svg).onFailure(context::fail);
  }

  private Future<Void> poster(RoutingContext context) {
    Survey survey = SurveyRoutes.survey(context, surveys).latest().survey();
    String language = context.pathParam("lang");
    if (!survey.languages().contains(language)) {
      throw new Refusal(Reason.NOT_FOUND, "The survey does not speak this language.");
    }
    String heading = survey.title().in(language);
    PageView view = pages.view(language, pages.texts().text(language, "poster.title", heading));
    String address = publicUrl.get().resolve("/s/" + survey.code() + "/" + language).toString();
    context.response().putHeader("Cache-Control", "no-store");
    return pages.show(
        context,
        200,
        PosterPage.TEMPLATE,
        new PosterPage(
            view,
            heading,
            QrSvg.of(address, view.say("poster.qr", address)),
            address.replaceFirst("^https?://", ""),
            PosterPage.facts(survey, view),
            languages(survey)));
  }

  private Map<String, String> languages(Survey survey) {
    Map<String, String> names = new LinkedHashMap<>();
    survey
        .languages()
        .forEach(language -> names.put(language, pages.texts().text(language, "language.name")));
    return names;
  }
}
