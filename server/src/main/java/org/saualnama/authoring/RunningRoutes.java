package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/** What authors do to a survey that runs, and how far it is. */
public final class RunningRoutes {
  private static final String SURVEY = "/api/v1/surveys/:survey";

  private final Surveys surveys;
  private final PgRunning running;
  private final PgProgress progress;
  private final Supplier<Future<Void>> refresh;

  /**
   * Routes of all surveys.
   *
   * @param refresh makes this node see what has changed
   */
  public RunningRoutes(
      Surveys surveys, PgRunning running, PgProgress progress, Supplier<Future<Void>> refresh) {
    this.surveys = surveys;
    this.running = running;
    this.progress = progress;
    this.refresh = refresh;
  }

  public void mount(Doors doors) {
    Access author = Access.of(Role.AUTHOR);
    doors.get(SURVEY + "/state", author).handler(this::state);
    doors.post(SURVEY + "/pause", author).handler(this::pause);
    doors.post(SURVEY + "/resume", author).handler(this::resume);
    doors.post(SURVEY + "/close", author).handler(this::close);
    doors.at(HttpMethod.PUT, SURVEY + "/closes", author, 1024).handler(this::schedule);
    doors.post(SURVEY + "/releases/:release/errata", author).handler(this::correct);
  }

  private void state(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    context.response().putHeader("Cache-Control", "no-store");
    Replies.answer(
        context, progress.of(survey).compose(p -> Replies.json(context, 200, ProgressView.of(p))));
  }

  private void pause(RoutingContext context) {
    changed(context, running.pause(context.pathParam("survey"), who(context)));
  }

  private void resume(RoutingContext context) {
    changed(context, running.resume(context.pathParam("survey"), who(context)));
  }

  private void close(RoutingContext context) {
    String survey = context.pathParam("survey");
    if (!Replies.body(context).path("survey").asText().equals(survey)) {
      throw Refusal.malformed(
          "survey", "not_repeated", "Closing is for good: repeat the survey's code in the body.");
    }
    changed(context, running.close(survey, who(context)));
  }

  private void schedule(RoutingContext context) {
    Optional<OffsetDateTime> end = end(Replies.body(context).path("closes"));
    changed(context, running.schedule(context.pathParam("survey"), end, who(context)));
  }

  private static Optional<OffsetDateTime> end(JsonNode closes) {
    try {
      return closes.isNull()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(closes.asText()));
    } catch (DateTimeParseException e) {
      throw Refusal.malformed(
          "closes", "no_time", "Send a time such as 2027-01-31T18:00:00+05:00, or null for none.");
    }
  }

  private void correct(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    int release = ErratumText.release(context.pathParam("release"));
    ErratumText text =
        ErratumText.of(survey.latest().survey().languages(), Replies.body(context).path("text"));
    Replies.answer(
        context,
        running
            .correct(survey.latest().code(), release, text.text(), who(context))
            .compose(done -> refresh.get())
            .compose(
                done ->
                    Replies.json(
                        context,
                        201,
                        Json.object("survey", survey.latest().code(), "release", release))));
  }

  private void changed(RoutingContext context, Future<Void> change) {
    Replies.answer(
        context,
        change
            .compose(done -> refresh.get())
            .compose(
                done ->
                    Replies.json(
                        context, 200, ProgressView.head(SurveyRoutes.survey(context, surveys)))));
  }

  private static String who(RoutingContext context) {
    return Doors.caller(context).name();
  }
}
