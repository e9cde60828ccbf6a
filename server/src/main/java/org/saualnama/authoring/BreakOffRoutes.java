package org.saualnama.authoring;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.disclosure.BreakOffs;
import org.saualnama.disclosure.PgBreakOffs;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/** {@code GET /api/v1/surveys/{survey}/break-offs}: where respondents leave, by release. */
final class BreakOffRoutes {
  private final Surveys surveys;
  private final PgBreakOffs breakOffs;

  BreakOffRoutes(Surveys surveys, PgBreakOffs breakOffs) {
    this.surveys = surveys;
    this.breakOffs = breakOffs;
  }

  void mount(Doors doors) {
    doors.get("/api/v1/surveys/:survey/break-offs", Access.of(Role.AUTHOR)).handler(this::list);
  }

  private void list(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    context.response().putHeader("Cache-Control", "no-store");
    Replies.answer(
        context,
        breakOffs
            .of(survey)
            .map(all -> body(survey.latest().code(), all))
            .compose(body -> Replies.json(context, 200, body)));
  }

  private static Map<String, Object> body(String survey, List<BreakOffs> all) {
    return Json.object(
        "survey", survey, "break_offs", all.stream().map(BreakOffRoutes::view).toList());
  }

  private static Map<String, Object> view(BreakOffs told) {
    List<Map<String, Object>> pages =
        told.pages().stream()
            .map(
                share ->
                    Json.object(
                        "page", told.version().survey().pages().get(share.page()).code(),
                        "reached", share.percent()))
            .toList();
    return Json.object(
        "release", told.release(),
        "version", told.version().number(),
        "began", told.began(),
        "pages", pages,
        "ready", told.ready(),
        "sent", told.sent());
  }
}
