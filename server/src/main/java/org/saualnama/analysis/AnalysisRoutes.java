package org.saualnama.analysis;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Accepted;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.http.Sent;
import org.saualnama.json.Json;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;

/** The exact door: {@code GET /api/v1/surveys/{survey}/analysis}. */
public final class AnalysisRoutes {
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String JSON = "application/json";

  private final Surveys surveys;
  private final PgAnalysis analyses;
  private final Texts texts;

  public AnalysisRoutes(Surveys surveys, PgAnalysis analyses, Texts texts) {
    this.surveys = surveys;
    this.analyses = analyses;
    this.texts = texts;
  }

  public void mount(Doors doors) {
    doors
        .get("/api/v1/surveys/:survey/analysis", Access.of(Role.STEWARD))
        .handler(context -> Replies.answer(context, get(context)));
  }

  private Future<Void> get(RoutingContext context) {
    SurveyVersion version = SurveyRoutes.survey(context, surveys).latest();
    Map<String, List<String>> parameters = Sent.values(context.queryParams());
    AnalysisQuery query = AnalysisReading.of(version, parameters);
    boolean csv =
        new Parameters(parameters)
            .optional("format")
            .map(format -> Parameters.known("format", format, List.of("json-stat", "csv")))
            .map("csv"::equals)
            .orElseGet(() -> Accepted.prefersCsv(context));
    parameters.remove("reason");
    context.response().putHeader("Cache-Control", "no-store").putHeader("Vary", "Accept");
    Optional<String> notice = Replies.notice(context);
    return analyses
        .of(
            query,
            Doors.caller(context).name(),
            parameters,
            analysis -> csv ? csv(analysis, notice) : json(analysis, notice))
        .compose(bytes -> Replies.bytes(context, 200, csv ? CSV : JSON, bytes));
  }

  private byte[] json(Analysis analysis, Optional<String> notice) {
    return Json.write(new AnalysisJsonStat(analysis, texts, notice).dataset());
  }

  private byte[] csv(Analysis analysis, Optional<String> notice) {
    return new AnalysisCsv(analysis, texts, new AnalysisJsonStat(analysis, texts, notice).notes())
        .bytes();
  }
}
