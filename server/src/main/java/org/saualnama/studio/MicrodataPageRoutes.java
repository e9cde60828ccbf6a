package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.microdata.MicrodataQuery;
import org.saualnama.microdata.MicrodataRoutes;
import org.saualnama.microdata.PgMicrodata;
import org.saualnama.microdata.Taken;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;

/** {@code /studio/surveys/{survey}/microdata}: the warning, the reason, the file. */
public final class MicrodataPageRoutes {
  private static final String PATH = "/studio/surveys/:survey/microdata";

  /** Nothing of a form but these is a wish. */
  private static final List<String> FIELDS =
      List.of("format", "lang", "release", "collector", "weights", "reason");

  private final StudioPage pages;
  private final Surveys surveys;
  private final PgMicrodata microdata;
  private final MicrodataRoutes files;

  public MicrodataPageRoutes(
      StudioPage pages, Surveys surveys, PgMicrodata microdata, MicrodataRoutes files) {
    this.pages = pages;
    this.surveys = surveys;
    this.microdata = microdata;
    this.files = files;
  }

  public void mount(Doors doors) {
    Access steward = Access.of(Role.STEWARD);
    doors.get(PATH, steward).handler(context -> page(context, Microdata.TEMPLATE));
    doors.get(PATH + "/progress", steward).handler(context -> page(context, Microdata.PROGRESS));
    doors.post(PATH, steward).handler(this::take);
  }

  private void page(RoutingContext context, String template) {
    SurveyVersion version = SurveyRoutes.survey(context, surveys).latest();
    show(context, 200, template, version, Faults.NONE).onFailure(context::fail);
  }

  private void take(RoutingContext context) {
    SurveyVersion version = SurveyRoutes.survey(context, surveys).latest();
    MultiMap wish = MultiMap.caseInsensitiveMultiMap();
    for (String field : FIELDS) {
      String typed = StudioPage.typed(context, field);
      if (!typed.isEmpty()) {
        wish.add(field, typed.replace(" ", field.equals("collector") ? "" : " "));
      }
    }
    Future.succeededFuture()
        .compose(any -> files.send(context, wish))
        .recover(failure -> refused(context, version, failure))
        .onFailure(context::fail);
  }

  private Future<Void> refused(RoutingContext context, SurveyVersion version, Throwable failure) {
    if (failure instanceof Refusal refusal && !context.response().headWritten()) {
      Faults faults = Faults.of(refusal, pages.frame(context, "microdata.link").words());
      int status = Refusals.status(refusal.reason());
      return show(context, status, Microdata.TEMPLATE, version, faults);
    }
    return Future.failedFuture(failure);
  }

  private Future<Void> show(
      RoutingContext context, int status, String template, SurveyVersion version, Faults faults) {
    return microdata
        .look(MicrodataQuery.of(version, Map.of("format", List.of("csv"))))
        .map(taken -> model(context, version, faults, Optional.of(taken), ""))
        .recover(
            failure ->
                failure instanceof Refusal refusal
                    ? Future.succeededFuture(
                        model(context, version, faults, Optional.empty(), nothing(refusal)))
                    : Future.failedFuture(failure))
        .compose(model -> pages.show(context, status, template, model));
  }

  private static String nothing(Refusal refusal) {
    return refusal.reason() == Reason.NOT_FOUND ? "microdata.none" : "microdata.not_here";
  }

  private Microdata model(
      RoutingContext context,
      SurveyVersion version,
      Faults faults,
      Optional<Taken> taken,
      String nothing) {
    String title = Titles.of(version.survey(), pages.language(context));
    Frame frame = pages.frame(context, "microdata.title", title);
    String who = Doors.caller(context).name();
    return new Microdata(
        faults.any() ? frame.inError() : frame,
        faults,
        version,
        taken,
        nothing,
        microdata.running().filter(file -> file.is(who, version.code())),
        field -> faults.any() ? StudioPage.typed(context, field) : "");
  }
}
