package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Preconditions;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.Definitions;
import org.saualnama.survey.Difference;

/** Publishing a draft, and what has been published so far. */
public final class VersionRoutes {
  private static final String SURVEY = "/api/v1/surveys/:survey";
  private static final String VERSIONS = SURVEY + "/versions";

  private final PgDrafts drafts;
  private final PgVersions versions;
  private final DraftCheck check;
  private final Supplier<Future<Void>> refresh;

  /**
   * Routes of all surveys.
   *
   * @param refresh makes this node see what was published
   */
  public VersionRoutes(
      PgDrafts drafts, PgVersions versions, DraftCheck check, Supplier<Future<Void>> refresh) {
    this.drafts = drafts;
    this.versions = versions;
    this.check = check;
    this.refresh = refresh;
  }

  public void mount(Doors doors) {
    Access author = Access.of(Role.AUTHOR);
    doors.post(SURVEY + "/publish", author).handler(this::publish);
    doors.get(VERSIONS, author).handler(this::list);
    doors.get(VERSIONS + "/:version", author).handler(this::one);
    doors.get(VERSIONS + "/:version/difference/:other", author).handler(this::difference);
  }

  private void publish(RoutingContext context) {
    String survey = context.pathParam("survey");
    int expected = Preconditions.revision(context);
    String who = Doors.caller(context).name();
    Replies.answer(
        context,
        drafts
            .find(survey)
            .map(draft -> draft.orElseThrow(() -> missing("survey")))
            .compose(
                draft -> DefinitionRoutes.slowly(context, () -> check.read(draft.definition())))
            .compose(reading -> versions.publish(survey, expected, reading, who))
            .compose(version -> refresh.get().map(version))
            .compose(
                version ->
                    Replies.json(context, 200, Json.object("survey", survey, "version", version))));
  }

  private void list(RoutingContext context) {
    String survey = context.pathParam("survey");
    Replies.answer(
        context,
        versions
            .of(survey)
            .compose(
                all ->
                    Replies.json(
                        context,
                        200,
                        Json.object(
                            "survey",
                            survey,
                            "versions",
                            all.stream().map(VersionRoutes::view).toList()))));
  }

  private static Map<String, Object> view(Version version) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("version", version.number());
    view.put("published_by", version.by());
    version
        .at()
        .map(at -> Instant.ofEpochSecond(at.toEpochSecond()))
        .ifPresent(at -> view.put("published_at", at.toString()));
    view.put("from_file", version.fromFile());
    return view;
  }

  private void one(RoutingContext context) {
    Replies.answer(
        context,
        versions
            .of(context.pathParam("survey"))
            .map(all -> version(all, context.pathParam("version")))
            .compose(
                version ->
                    DefinitionRoutes.show(
                        context, DefinitionYaml.text(Definitions.tree(version.definition())))));
  }

  private void difference(RoutingContext context) {
    Replies.answer(
        context,
        versions
            .of(context.pathParam("survey"))
            .map(
                all ->
                    Difference.between(
                        Definitions.tree(version(all, context.pathParam("version")).definition()),
                        Definitions.tree(version(all, context.pathParam("other")).definition())))
            .compose(changes -> Replies.json(context, 200, Json.object("difference", changes))));
  }

  private static Version version(List<Version> all, String number) {
    return all.stream()
        .filter(version -> Integer.toString(version.number()).equals(number))
        .findFirst()
        .orElseThrow(() -> missing("version"));
  }

  private static Refusal missing(String what) {
    return new Refusal(Reason.NOT_FOUND, "There is no such " + what + ".");
  }
}
