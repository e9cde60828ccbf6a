package org.saualnama.disclosure;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.release.Erratum;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;

/** {@code GET /api/v1/surveys/{survey}/releases}. */
public final class ReleaseRoutes {
  private final Surveys surveys;
  private final PgReleases releases;

  public ReleaseRoutes(Surveys surveys, PgReleases releases) {
    this.surveys = surveys;
    this.releases = releases;
  }

  public void mount(Doors doors) {
    doors.published("/api/v1/surveys/:survey/releases").handler(this::list);
  }

  private void list(RoutingContext context) {
    String survey = SurveyRoutes.survey(context, surveys).latest().code();
    releases
        .of(survey)
        .map(all -> all.stream().map(ReleaseRoutes::view).toList())
        .compose(views -> Replies.json(context, 200, body(survey, views)))
        .onFailure(context::fail);
  }

  private static Map<String, Object> body(String survey, List<Map<String, Object>> views) {
    return Json.object("survey", survey, "releases", views);
  }

  private static Map<String, Object> view(Release release) {
    Map<String, Object> view =
        Json.object(
            "release", release.number(),
            "date", release.cutAt().toLocalDate().toString(),
            "survey_version", release.version(),
            "sample_size", DisclosureControl.rounded(release.responses()),
            "errata", release.errata().stream().map(ReleaseRoutes::view).toList());
    if (release.withdrawn()) {
      view.put("withdrawn", true);
      view.put("why", PublishedReleases.WITHDRAWN);
    }
    return view;
  }

  private static Map<String, Object> view(Erratum erratum) {
    return Json.object("date", erratum.day().toString(), "text", erratum.text().byLanguage());
  }
}
