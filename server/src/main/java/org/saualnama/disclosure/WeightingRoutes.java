package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;
import org.saualnama.weighting.PgWeights;
import org.saualnama.weighting.Scheme;

/** {@code GET /api/v1/surveys/{survey}/releases/{release}/weighting}. */
public final class WeightingRoutes {
  private final Surveys surveys;
  private final PgReleases releases;
  private final PgWeights weights;

  public WeightingRoutes(Surveys surveys, PgReleases releases, PgWeights weights) {
    this.surveys = surveys;
    this.releases = releases;
    this.weights = weights;
  }

  public void mount(Doors doors) {
    doors
        .get("/api/v1/surveys/:survey/releases/:release/weighting", Access.ANYBODY)
        .handler(this::get);
  }

  private void get(RoutingContext context) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    int number = PgReleases.number(context.pathParam("release"));
    releases
        .of(published.latest().code())
        .compose(all -> told(published, all, number))
        .compose(body -> Replies.json(context, 200, body))
        .onFailure(context::fail);
  }

  private Future<Map<String, Object>> told(
      PublishedSurvey published, List<Release> all, int number) {
    Release release =
        all.stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such release."));
    if (release.withdrawn()) {
      throw new Refusal(Reason.NOT_FOUND, PublishedReleases.WITHDRAWN);
    }
    return weights
        .of(published.latest().code(), number, Scheme.CALIBRATED)
        .compose(
            stored -> {
              List<Future<Optional<Map<String, Object>>>> views =
                  stored.keySet().stream().map(c -> view(published, all, number, c)).toList();
              return Future.all(views)
                  .map(done -> views.stream().flatMap(view -> view.result().stream()).toList());
            })
        .map(collectors -> body(published, release, collectors));
  }

  private static Map<String, Object> body(
      PublishedSurvey published, Release release, List<Map<String, Object>> collectors) {
    Survey survey = survey(published, release);
    return Json.object(
        "survey", survey.code(),
        "release", release.number(),
        "date", release.cutAt().toLocalDate().toString(),
        "scheme", Scheme.CALIBRATED.code(),
        "min_base", new DisclosureControl(survey).minBase(),
        "collectors", collectors);
  }

  private static Survey survey(PublishedSurvey published, Release release) {
    return published.version(release.version()).orElse(published.latest()).survey();
  }

  /** As of the last release until {@code number} for which enough had come. */
  private Future<Optional<Map<String, Object>>> view(
      PublishedSurvey published, List<Release> all, int number, String collector) {
    return weights
        .respondents(published.latest().code(), collector, Scheme.CALIBRATED)
        .map(counts -> ToldWeighting.asOf(until(all, number), r -> survey(published, r), counts))
        .compose(
            asOf ->
                asOf.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : view(survey(published, asOf.get()), collector, asOf.get().number()));
  }

  private static List<Release> until(List<Release> all, int number) {
    return all.stream().filter(release -> release.number() <= number).toList();
  }

  private Future<Optional<Map<String, Object>>> view(Survey survey, String collector, int asOf) {
    return weights
        .of(survey.code(), asOf, collector, Scheme.CALIBRATED)
        .map(stored -> stored.flatMap(one -> ProtectedWeighting.of(survey, collector, one)))
        .map(weighting -> weighting.map(told -> view(told, asOf)));
  }

  private static Map<String, Object> view(ProtectedWeighting weighting, int asOf) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("collector", weighting.collector());
    view.put("as_of", asOf);
    view.put("respondents", weighting.respondents());
    view.put("failed", weighting.figures().isEmpty());
    weighting
        .figures()
        .ifPresent(
            figures -> {
              view.put("effective_size", figures.effectiveSize());
              view.put("design_effect", figures.designEffect());
              view.put("least_weight", figures.least());
              view.put("greatest_weight", figures.greatest());
              view.put("margins", figures.margins().stream().map(WeightingRoutes::view).toList());
            });
    return view;
  }

  private static Map<String, Object> view(ProtectedMargin margin) {
    return Json.object(
        "margin", margin.margin(),
        "uncovered_percent", margin.uncovered(),
        "categories", margin.categories().stream().map(WeightingRoutes::view).toList());
  }

  private static Map<String, Object> view(ProtectedMargin.Category category) {
    return category
        .shares()
        .map(
            shares ->
                Json.object(
                    "category", category.category(),
                    "wanted_percent", shares.wanted(),
                    "reached_percent", shares.reached()))
        .orElse(Json.object("category", category.category(), "status", "withheld"));
  }
}
