package org.saualnama.weighting;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.audit.Reason;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.release.PgReleases;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/**
 * {@code GET /api/v1/surveys/{survey}/releases/{release}/weighting/exact}: behind the exact door,
 * where every look is in the log with its reason before it is granted.
 */
public final class ExactWeightingRoutes {
  private static final List<String> SCHEMES = PgWeights.SCHEMES.stream().map(Scheme::code).toList();

  private final Surveys surveys;
  private final PgWeights weights;
  private final PgAudit audit;

  public ExactWeightingRoutes(Surveys surveys, PgWeights weights, PgAudit audit) {
    this.surveys = surveys;
    this.weights = weights;
    this.audit = audit;
  }

  public void mount(Doors doors) {
    doors
        .get("/api/v1/surveys/:survey/releases/:release/weighting/exact", Access.of(Role.STEWARD))
        .handler(this::get);
  }

  private void get(RoutingContext context) {
    String survey = SurveyRoutes.survey(context, surveys).latest().code();
    int release = PgReleases.number(context.pathParam("release"));
    String reason = Reason.of(context.queryParam("reason"));
    Scheme scheme = scheme(one(context, "scheme").orElse(Scheme.CALIBRATED.code()));
    String collector = one(context, "collector").orElse("open");
    weights
        .of(survey, release, scheme)
        .map(all -> ofCollector(all, collector))
        .compose(
            stored -> {
              ExactReport report = new ExactReport(survey, release, collector, scheme, stored);
              return audit
                  .append(entry(Doors.caller(context).name(), report, reason))
                  .compose(written -> Replies.unkept(context, 200, report.view()));
            })
        .onFailure(context::fail);
  }

  private static AuditEntry entry(String who, ExactReport report, String reason) {
    return new AuditEntry(
        who,
        "weighting.read",
        Optional.of(report.survey()),
        Json.object(
            "release", report.release(),
            "collector", report.collector(),
            "scheme", report.scheme().code(),
            "reason", reason));
  }

  private static StoredWeights ofCollector(Map<String, StoredWeights> all, String collector) {
    if (all.isEmpty()) {
      throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such release with weights.");
    }
    return Optional.ofNullable(all.get(collector))
        .orElseThrow(() -> unknown("collector", List.copyOf(all.keySet())));
  }

  private static Scheme scheme(String code) {
    return Scheme.of(code)
        .filter(PgWeights.SCHEMES::contains)
        .orElseThrow(() -> unknown("scheme", SCHEMES));
  }

  private static Optional<String> one(RoutingContext context, String name) {
    List<String> values = context.queryParam(name);
    if (values.size() > 1) {
      throw Refusal.malformed(name, "not_once", "Give '" + name + "' at most once.");
    }
    return values.stream().findFirst();
  }

  private static Refusal unknown(String what, List<String> known) {
    return Refusal.malformed(
        what,
        "unknown_" + what,
        "There is no such " + what + ". Use one of " + String.join(", ", known) + ".");
  }
}
