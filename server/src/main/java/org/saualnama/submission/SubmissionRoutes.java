package org.saualnama.submission;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;

/** {@code POST /api/v1/surveys/{survey}/submissions}. */
public final class SubmissionRoutes {
  private static final String KEY = "Idempotency-Key";
  private static final Predicate<String> IS_UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}").asMatchPredicate();
  private static final Predicate<String> IS_JSON =
      Pattern.compile("(?i)application/json\\s*(;.*)?").asMatchPredicate();

  private final Surveys surveys;
  private final PgIntake intake;

  public SubmissionRoutes(Surveys surveys, PgIntake intake) {
    this.surveys = surveys;
    this.intake = intake;
  }

  public void mount(Doors doors) {
    doors.post("/api/v1/surveys/:survey/submissions", Access.ANYBODY).handler(this::post);
  }

  private void post(RoutingContext context) {
    PublishedSurvey survey = SurveyRoutes.survey(context, surveys);
    UUID id = key(context);
    byte[] body = jsonBody(context);
    intake
        .take(survey.latest().code(), id, () -> checked(survey, body))
        .compose(taken -> reply(context, taken))
        .onFailure(context::fail);
  }

  private static Future<Void> reply(RoutingContext context, PgIntake.Taken taken) {
    context.response().putHeader("Cache-Control", "no-store");
    return Replies.json(
        context, taken.first() ? 201 : 200, Json.object("receipt", taken.receipt().code()));
  }

  private static Submission checked(PublishedSurvey survey, byte[] body) {
    SentSubmission sent = SubmissionParser.parse(body);
    SurveyVersion version =
        survey
            .version(sent.version())
            .orElseThrow(
                () ->
                    Refusal.malformed(
                        "version",
                        "unknown_version",
                        "The survey's versions are 1 to " + survey.latest().number() + "."));
    Checked checked = sent.checkedAgainst(version);
    return checked
        .submission()
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.INVALID_SUBMISSION,
                    "Nothing was counted. Mend the problems and send it again with the same key.",
                    checked.problems().stream()
                        .limit(AnswerReader.MOST_PROBLEMS)
                        .map(AnswerProblem::forApi)
                        .toList()));
  }

  private static UUID key(RoutingContext context) {
    String key = context.request().getHeader(KEY);
    if (key == null || !IS_UUID.test(key)) {
      throw Refusal.malformed(
          KEY,
          "not_a_uuid",
          "Send the header " + KEY + " with a random UUID, the same on every try.");
    }
    return UUID.fromString(key);
  }

  private static byte[] jsonBody(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    if (type == null || !IS_JSON.test(type)) {
      throw new Refusal(Reason.UNSUPPORTED_TYPE, "Send Content-Type: application/json.");
    }
    return context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
  }
}
