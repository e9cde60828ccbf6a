package org.saualnama.disclosure;

import io.vertx.ext.web.RoutingContext;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.release.PgReleases;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;
import org.saualnama.weighting.PgWeights;

/** {@code GET /api/v1/surveys/{survey}/releases/{release}/weighting}. */
public final class WeightingRoutes {
  private final Surveys surveys;
  private final PgReleases releases;
  private final PgWeightingReports reports;

  public WeightingRoutes(Surveys surveys, PgReleases releases, PgWeights weights) {
    this.surveys = surveys;
    this.releases = releases;
    this.reports = new PgWeightingReports(weights);
  }

  public void mount(Doors doors) {
    doors.published("/api/v1/surveys/:survey/releases/:release/weighting").handler(this::get);
  }

  private void get(RoutingContext context) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    int number = PgReleases.number(context.pathParam("release"));
    releases
        .of(published.latest().code())
        .compose(all -> reports.of(published, all, number))
        .compose(body -> Replies.json(context, 200, body))
        .onFailure(context::fail);
  }
}
