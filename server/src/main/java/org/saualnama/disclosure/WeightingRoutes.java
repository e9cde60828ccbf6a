package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.saualnama.weighting.StoredWeights;

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
    String survey = published.latest().code();
    int number = PgReleases.number(context.pathParam("release"));
    release(survey, number)
        .compose(
            release ->
                weights
                    .of(survey, number, Scheme.CALIBRATED)
                    .map(stored -> body(published, release, stored)))
        .compose(body -> Replies.json(context, 200, body))
        .onFailure(context::fail);
  }

  private Future<Release> release(String survey, int number) {
    return releases
        .of(survey)
        .map(
            all ->
                all.stream()
                    .filter(release -> release.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such release.")));
  }

  private static Map<String, Object> body(
      PublishedSurvey published, Release release, Map<String, StoredWeights> stored) {
    Survey survey = published.version(release.version()).orElse(published.latest()).survey();
    List<Map<String, Object>> collectors = new ArrayList<>();
    stored.forEach(
        (collector, weights) ->
            ProtectedWeighting.of(survey, collector, weights)
                .ifPresent(weighting -> collectors.add(view(weighting))));
    return Json.object(
        "survey", survey.code(),
        "release", release.number(),
        "date", release.cutAt().toLocalDate().toString(),
        "scheme", Scheme.CALIBRATED.code(),
        "min_base", new DisclosureControl(survey).minBase(),
        "collectors", collectors);
  }

  private static Map<String, Object> view(ProtectedWeighting weighting) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("collector", weighting.collector());
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
