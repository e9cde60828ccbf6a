package org.saualnama.survey;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** {@code GET /api/v1/surveys} and {@code GET /api/v1/surveys/{survey}}. */
public final class SurveyRoutes {
  private final Surveys surveys;

  public SurveyRoutes(Surveys surveys) {
    this.surveys = surveys;
  }

  public void mount(Doors doors) {
    doors.get("/api/v1/surveys", Access.ANYBODY).handler(this::list);
    doors.get("/api/v1/surveys/:survey", Access.ANYBODY).handler(this::one);
  }

  /**
   * The survey that the path names.
   *
   * @throws Refusal (not found) if there is none
   */
  public static PublishedSurvey survey(RoutingContext context, Surveys surveys) {
    return surveys
        .find(context.pathParam("survey"))
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_FOUND, "There is no such survey. GET /api/v1/surveys lists all."));
  }

  /**
   * The language that the query asks for, or the survey's first.
   *
   * @throws Refusal (malformed) if the survey doesn't speak it
   */
  public static String language(RoutingContext context, Survey survey) {
    String asked = context.request().getParam("lang");
    if (asked == null) {
      return survey.languages().get(0);
    }
    if (!survey.languages().contains(asked)) {
      throw Refusal.malformed(
          "lang", "unknown_language", "Use one of " + String.join(", ", survey.languages()) + ".");
    }
    return asked;
  }

  private void list(RoutingContext context) {
    List<Map<String, Object>> list =
        surveys.all().values().stream().map(SurveyRoutes::summary).toList();
    Replies.json(context, 200, Json.object("surveys", list)).onFailure(context::fail);
  }

  private static Map<String, Object> summary(PublishedSurvey published) {
    Survey survey = published.latest().survey();
    return Json.object(
        "survey", survey.code(),
        "version", published.latest().number(),
        "languages", survey.languages(),
        "title", survey.title().byLanguage(),
        "open", published.open());
  }

  private void one(RoutingContext context) {
    PublishedSurvey published = survey(context, surveys);
    String language = language(context, published.latest().survey());
    Replies.json(context, 200, new SurveyView(published, language).view()).onFailure(context::fail);
  }
}
