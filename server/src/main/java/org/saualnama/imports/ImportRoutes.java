package org.saualnama.imports;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.BodyStream;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/** {@code POST /api/v1/surveys/{survey}/submissions:import}. */
public final class ImportRoutes {
  private final Surveys surveys;
  private final PgImports imports;
  private final BallotSeal seal;
  private final Hmac hashes;

  public ImportRoutes(Surveys surveys, PgImports imports, BallotSeal seal, Secret secret) {
    this.surveys = surveys;
    this.imports = imports;
    this.seal = seal;
    this.hashes = new Hmac(secret.key("import"));
  }

  public void mount(Doors doors) {
    doors.stream(
            "/api/v1/surveys/:survey/submissions:import", Access.of(Role.INTERVIEWER, Role.STEWARD))
        .handler(this::post);
  }

  private void post(RoutingContext context) {
    ImportOrder order =
        ImportQuery.order(
            SurveyRoutes.survey(context, surveys).latest(),
            parameters(context),
            context.request().getHeader("Content-Type"));
    ImportReading reading = new ImportReading(order, seal, hashes);
    BodyStream body = BodyStream.of(context);
    Replies.answer(
        context,
        imports
            .take(
                reading, Doors.caller(context).name(), rows -> bring(context, body, reading, rows))
            .compose(report -> reply(context, order, report)));
  }

  private static Map<String, List<String>> parameters(RoutingContext context) {
    Map<String, List<String>> parameters = new TreeMap<>();
    context
        .queryParams()
        .forEach(
            (name, value) -> parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    return parameters;
  }

  private static Future<Void> bring(
      RoutingContext context, BodyStream body, ImportReading reading, PgImportedRows rows) {
    return body.forEach(
            piece -> slowly(context, () -> reading.read(piece.getBytes())).compose(rows::add))
        .compose(ended -> slowly(context, reading::end))
        .compose(rows::add);
  }

  /** Checking thousands of rows would hold up everybody on the event loop. */
  private static Future<List<byte[]>> slowly(RoutingContext context, Callable<List<byte[]>> work) {
    return context.vertx().executeBlocking(work, false);
  }

  private static Future<Void> reply(
      RoutingContext context, ImportOrder order, ImportReport report) {
    boolean taken = report.first() && report.taken() > 0;
    return Replies.unkept(
        context,
        taken ? 201 : 200,
        Json.object(
            "survey", order.survey(),
            "collector", order.collector().code(),
            "version", order.version().number(),
            "taken", report.taken(),
            "refused", report.refused(),
            "problems", report.problems()));
  }
}
