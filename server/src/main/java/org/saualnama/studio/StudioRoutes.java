package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saualnama.access.Access;
import org.saualnama.access.Caller;
import org.saualnama.access.Role;
import org.saualnama.authoring.Draft;
import org.saualnama.authoring.PgAuthoring;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Doors;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Surveys;

/** {@code /studio}: the surveys that are one's own, and what is said where there is no page. */
public final class StudioRoutes {
  private final StudioPage pages;
  private final PgAuthoring authoring;
  private final Surveys surveys;
  private final PublishedReleases releases;

  public StudioRoutes(
      StudioPage pages, PgAuthoring authoring, Surveys surveys, PublishedReleases releases) {
    this.pages = pages;
    this.authoring = authoring;
    this.surveys = surveys;
    this.releases = releases;
  }

  public void mount(Doors doors) {
    doors.get("/studio", Access.SIGNED_IN).handler(this::surveys);
    doors.any("/studio/*").last().handler(StudioRoutes::missing).failureHandler(pages::failed);
  }

  private void surveys(RoutingContext context) {
    Frame frame = pages.frame(context, "studio.surveys");
    authoring
        .drafts()
        .all()
        .compose(drafts -> lines(drafts, Doors.caller(context), frame.language()))
        .compose(
            lines -> pages.show(context, 200, SurveyList.TEMPLATE, new SurveyList(frame, lines)))
        .onFailure(context::fail);
  }

  private Future<List<SurveyList.Line>> lines(List<Draft> drafts, Caller caller, String language) {
    Map<String, Future<SurveyList.Line>> lines = new TreeMap<>();
    for (Draft draft : drafts) {
      if (concerns(caller, draft.survey())) {
        lines.put(draft.survey(), Future.succeededFuture(line(draft, language)));
      }
    }
    surveys
        .all()
        .forEach(
            (code, survey) -> {
              if (concerns(caller, code)) {
                lines.put(code, line(survey, language));
              }
            });
    return Future.all(new ArrayList<>(lines.values())).map(all -> all.list());
  }

  private static boolean concerns(Caller caller, String survey) {
    return caller.may(EnumSet.allOf(Role.class), Optional.of(survey));
  }

  private static SurveyList.Line line(Draft draft, String language) {
    String title =
        Titles.of(DefinitionSource.of("draft", draft.definition()).tree(), language)
            .orElse(draft.survey());
    return new SurveyList.Line(draft.survey(), title, "draft", Optional.empty(), Optional.empty());
  }

  private Future<SurveyList.Line> line(PublishedSurvey survey, String language) {
    String code = survey.latest().code();
    Optional<SurveyList.LastRelease> last =
        releases
            .newest(code)
            .map(
                release ->
                    new SurveyList.LastRelease(
                        release.number(), release.date(), release.sampleSize()));
    return authoring
        .progress()
        .of(survey)
        .map(
            progress ->
                new SurveyList.Line(
                    code,
                    Titles.of(survey.latest().survey(), language),
                    survey.state().code(),
                    Optional.of(progress.waiting().code()),
                    last));
  }

  private static void missing(RoutingContext context) {
    context.fail(new Refusal(Reason.NOT_FOUND, "There is no such page."));
  }
}
