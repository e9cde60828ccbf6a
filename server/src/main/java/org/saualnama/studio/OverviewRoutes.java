package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.authoring.PgAuthoring;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.studio.Faults.Fault;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.Surveys;
import org.saualnama.survey.Text;

/** {@code /studio/surveys/{survey}}: one survey, how far it is, and all that its author can do. */
public final class OverviewRoutes {
  private static final String SURVEY = "/studio/surveys/:survey";
  private static final int LONGEST_ERRATUM = 4_000;

  private final StudioPage pages;
  private final OverviewPage overview;
  private final PgAuthoring authoring;
  private final Surveys surveys;
  private final Supplier<Future<Void>> refresh;

  /**
   * Pages of all surveys.
   *
   * @param refresh makes this node see at once what has changed
   */
  public OverviewRoutes(
      StudioPage pages,
      OverviewPage overview,
      PgAuthoring authoring,
      Surveys surveys,
      Supplier<Future<Void>> refresh) {
    this.pages = pages;
    this.overview = overview;
    this.authoring = authoring;
    this.surveys = surveys;
    this.refresh = refresh;
  }

  public void mount(Doors doors) {
    Access author = Access.of(Role.AUTHOR);
    doors.get(SURVEY, author).handler(this::page);
    doors.post(SURVEY + "/publish", author).handler(this::publish);
    doors.post(SURVEY + "/pause", author).handler(this::pause);
    doors.post(SURVEY + "/resume", author).handler(this::resume);
    doors.post(SURVEY + "/close", author).handler(this::close);
    doors.post(SURVEY + "/closes", author).handler(this::schedule);
    doors.post(SURVEY + "/releases/:release/errata", author).handler(this::correct);
  }

  private void page(RoutingContext context) {
    overview.show(context, 200, Faults.NONE).onFailure(context::fail);
  }

  private void publish(RoutingContext context) {
    String survey = context.pathParam("survey");
    String seen = StudioPage.typed(context, "revision");
    int revision = seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    Future<Integer> published =
        authoring
            .drafts()
            .find(survey)
            .map(
                draft ->
                    draft.orElseThrow(
                        () -> new Refusal(Reason.NOT_FOUND, "There is no such survey.")))
            .compose(draft -> overview.reading(context, draft))
            .compose(
                reading -> authoring.versions().publish(survey, revision, reading, who(context)));
    done(context, published, Notice.PUBLISHED);
  }

  private void pause(RoutingContext context) {
    done(context, authoring.running().pause(survey(context), who(context)), Notice.PAUSED);
  }

  private void resume(RoutingContext context) {
    done(context, authoring.running().resume(survey(context), who(context)), Notice.RESUMED);
  }

  private void close(RoutingContext context) {
    String survey = survey(context);
    if (!StudioPage.typed(context, "code").equals(survey)) {
      mend(context, new Fault("code", say(context, "close.not_repeated", survey)));
      return;
    }
    done(context, authoring.running().close(survey, who(context)), Notice.CLOSED);
  }

  private void schedule(RoutingContext context) {
    String end = StudioPage.typed(context, "end");
    Optional<OffsetDateTime> at;
    try {
      at =
          end.isEmpty()
              ? Optional.empty()
              : Optional.of(LocalDateTime.parse(end).atOffset(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      mend(context, new Fault("end", say(context, "closes.no_time")));
      return;
    }
    done(context, authoring.running().schedule(survey(context), at, who(context)), Notice.SAVED);
  }

  private void correct(RoutingContext context) {
    String number = context.pathParam("release");
    Map<String, String> words = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (String language : SurveyRoutes.survey(context, surveys).latest().survey().languages()) {
      String field = "erratum-" + number + "-" + language;
      String text = StudioPage.typed(context, field);
      words.put(language, text);
      if (text.isEmpty() || text.length() > LONGEST_ERRATUM) {
        faults.add(new Fault(field, say(context, "errata.all_languages", LONGEST_ERRATUM)));
      }
    }
    if (!faults.isEmpty()) {
      mend(context, faults.toArray(Fault[]::new));
      return;
    }
    int release = number.matches("[1-9]\\d{0,8}") ? Integer.parseInt(number) : 0;
    done(
        context,
        authoring.running().correct(survey(context), release, new Text(words), who(context)),
        Notice.SAVED);
  }

  private void done(RoutingContext context, Future<?> change, Notice notice) {
    change
        .compose(changed -> refresh.get())
        .compose(
            seen -> pages.go(context, "/studio/surveys/" + survey(context), notice),
            failure -> refused(context, failure))
        .onFailure(context::fail);
  }

  private Future<Void> refused(RoutingContext context, Throwable failure) {
    if (!(failure instanceof Refusal refusal) || refusal.reason() == Reason.NOT_FOUND) {
      return Future.failedFuture(failure);
    }
    Faults faults = Faults.of(refusal, pages.frame(context, "studio.surveys").words());
    // What is named there are places in the definition, not fields of this page.
    List<Fault> whole =
        faults.all().stream().map(fault -> new Fault("", where(fault) + fault.words())).toList();
    return overview.show(context, Refusals.status(refusal.reason()), new Faults(whole));
  }

  private static String where(Fault fault) {
    return fault.field().isEmpty() ? "" : fault.field() + ": ";
  }

  private void mend(RoutingContext context, Fault... faults) {
    overview.show(context, 422, new Faults(List.of(faults))).onFailure(context::fail);
  }

  private String say(RoutingContext context, String key, Object... values) {
    return pages.frame(context, "studio.surveys").say(key, values);
  }

  private static String survey(RoutingContext context) {
    return context.pathParam("survey");
  }

  private static String who(RoutingContext context) {
    return Doors.caller(context).name();
  }
}
