package org.saualnama.trial;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.http.Doors;
import org.saualnama.http.JsonBody;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.trial.Trial.Kind;
import org.saualnama.trial.TrialLinks.Link;

/** {@code POST /api/v1/surveys/{survey}/trials}: a link for trying the form. */
public final class TrialLinkRoutes {
  private final PgTrials trials;
  private final TrialLinks links;
  private final PgAudit audit;
  private final Supplier<URI> publicUrl;

  /**
   * The route of new links.
   *
   * @param publicUrl how browsers reach this server; known once it serves
   */
  public TrialLinkRoutes(
      PgTrials trials, TrialLinks links, PgAudit audit, Supplier<URI> publicUrl) {
    this.trials = trials;
    this.links = links;
    this.audit = audit;
    this.publicUrl = publicUrl;
  }

  public void mount(Doors doors) {
    doors
        .post("/api/v1/surveys/:survey/trials", Access.of(Role.AUTHOR))
        .handler(context -> post(context).onFailure(context::fail));
  }

  private Future<Void> post(RoutingContext context) {
    JsonBody body = JsonBody.of(context, "kind", "version", "revision", "language");
    TrialOrder order =
        TrialOrder.of(
            body.text("kind"),
            body.member("version"),
            body.member("revision"),
            body.optionalText("language"));
    return trials
        .of(context.pathParam("survey"), order)
        .compose(trial -> remembered(trial, Doors.caller(context).name()))
        .compose(trial -> reply(context, order, trial));
  }

  /** A test link is for handing on, and so is remembered; a preview stores nothing at all. */
  private Future<Trial> remembered(Trial trial, String who) {
    if (trial.kind() == Kind.PREVIEW) {
      return Future.succeededFuture(trial);
    }
    Map<String, Object> detail = Map.of(trial.draft() ? "revision" : "version", trial.number());
    return audit
        .append(new AuditEntry(who, "test_link.create", Optional.of(trial.survey()), detail))
        .map(trial);
  }

  private Future<Void> reply(RoutingContext context, TrialOrder order, Trial trial) {
    Link link = links.to(trial);
    String path = link.path() + order.language().map(language -> "/" + language).orElse("");
    context.response().putHeader("Cache-Control", "no-store");
    return Replies.json(
        context,
        201,
        Json.object(
            "kind",
            trial.kind().code(),
            trial.draft() ? "revision" : "version",
            trial.number(),
            "link",
            publicUrl.get().resolve(path).toString(),
            "until",
            link.until().toString()));
  }
}
