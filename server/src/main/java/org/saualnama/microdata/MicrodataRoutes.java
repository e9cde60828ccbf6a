package org.saualnama.microdata;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.audit.Reason;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.http.Sent;
import org.saualnama.json.Json;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;

/** {@code GET /api/v1/surveys/{survey}/microdata}, and {@code /summary} before it. */
public final class MicrodataRoutes {
  private static final String PATH = "/api/v1/surveys/:survey/microdata";

  private final Surveys surveys;
  private final PgMicrodata microdata;

  public MicrodataRoutes(Surveys surveys, PgMicrodata microdata) {
    this.surveys = surveys;
    this.microdata = microdata;
  }

  public void mount(Doors doors) {
    Access steward = Access.of(Role.STEWARD);
    doors
        .get(PATH, steward)
        .handler(context -> Replies.answer(context, send(context, context.queryParams())));
    doors
        .get(PATH + "/summary", steward)
        .handler(context -> Replies.answer(context, summary(context)));
  }

  private Future<Void> summary(RoutingContext context) {
    SurveyVersion version = SurveyRoutes.survey(context, surveys).latest();
    return microdata
        .look(MicrodataQuery.of(version, Sent.values(context.queryParams())))
        .compose(taken -> Replies.unkept(context, 200, view(taken)));
  }

  private static Map<String, Object> view(Taken taken) {
    return Json.object(
        "survey", taken.query().version().code(),
        "release", taken.release().number(),
        "collectors", taken.query().collectors().stream().map(c -> c.code()).toList(),
        "about_rows", taken.aboutRows(),
        "about_unique_rows", taken.aboutUnique(),
        "segments", taken.query().version().survey().segments(),
        "weights", taken.weights().isEmpty() ? "none" : taken.query().scheme().code(),
        "unweighted", taken.unweighted().stream().map(c -> c.code()).toList());
  }

  /** Answers with a file, as {@code given} asks: the query, or a form's fields. */
  public Future<Void> send(RoutingContext context, MultiMap given) {
    SurveyVersion version = SurveyRoutes.survey(context, surveys).latest();
    Map<String, List<String>> parameters = Sent.values(given);
    MicrodataQuery query = MicrodataQuery.of(version, parameters);
    String reason = Reason.of(parameters.getOrDefault("reason", List.of()));
    parameters.remove("reason");
    HttpServerResponse response = context.response();
    Cancel cancel = new Cancel();
    response.closeHandler(closed -> cancel.now());
    response.exceptionHandler(gone -> cancel.now());
    return microdata
        .write(
            query,
            Doors.caller(context).name(),
            reason,
            parameters,
            Replies.notice(context),
            (taken, codebook) -> head(response, taken, codebook),
            response,
            cancel)
        .compose(written -> response.end());
  }

  private static void head(HttpServerResponse response, Taken taken, Codebook codebook) {
    Format format = taken.query().format();
    response
        .setChunked(true)
        .putHeader("Content-Type", format.type())
        .putHeader(
            "Content-Disposition", "attachment; filename=\"" + format.fileName(codebook) + "\"")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Saualnama-Rows", Long.toString(taken.rows()))
        .putHeader("Saualnama-Unique-Rows", Long.toString(taken.unique()));
  }
}
