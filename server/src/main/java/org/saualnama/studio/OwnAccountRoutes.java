package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.saualnama.access.Access;
import org.saualnama.access.Grant;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.identity.PgKeys;
import org.saualnama.identity.StudioGate;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.studio.Faults.Fault;

/** {@code /studio/account}: one's own password, sessions and keys for scripts. */
public final class OwnAccountRoutes {
  private static final String OWN = "/studio/account";

  private final StudioPage pages;
  private final StudioGate gate;
  private final PgKeys keys;

  public OwnAccountRoutes(StudioPage pages, StudioGate gate, PgKeys keys) {
    this.pages = pages;
    this.gate = gate;
    this.keys = keys;
  }

  public void mount(Doors doors) {
    doors.get(OWN, Access.SIGNED_IN).handler(this::page);
    doors.post(OWN + "/password", Access.SIGNED_IN).handler(this::changePassword);
    doors.post(OWN + "/keys", Access.SIGNED_IN).handler(this::makeKey);
    doors.post(OWN + "/keys/:key/revoke", Access.SIGNED_IN).handler(this::revoke);
  }

  private void page(RoutingContext context) {
    show(context, 200, Faults.NONE).onFailure(context::fail);
  }

  private Future<Void> show(RoutingContext context, int status, Faults faults) {
    Frame frame = pages.frame(context, "account.title");
    return keys.list(Doors.caller(context))
        .map(
            all ->
                new OwnAccount(
                    faults.any() ? frame.inError() : frame,
                    faults,
                    all,
                    field -> StudioPage.typed(context, field)))
        .compose(page -> pages.show(context, status, OwnAccount.TEMPLATE, page));
  }

  private void changePassword(RoutingContext context) {
    String fresh = StudioPage.secret(context, "password");
    if (!fresh.equals(StudioPage.secret(context, "again"))) {
      String words = pages.frame(context, "account.title").say("setup.not_the_same");
      show(context, 422, Faults.of("again", words)).onFailure(context::fail);
      return;
    }
    Future.succeededFuture()
        .compose(
            begin ->
                gate.changePassword(context, StudioPage.secret(context, "old_password"), fresh))
        .compose(
            changed -> pages.go(context, OWN, Notice.SAVED), failure -> refused(context, failure))
        .onFailure(context::fail);
  }

  private void makeKey(RoutingContext context) {
    String days = StudioPage.typed(context, "expires");
    Duration life = Duration.ofDays(days.matches("\\d{1,3}") ? Long.parseLong(days) : 0);
    keys.create(
            Doors.caller(context),
            StudioPage.typed(context, "name"),
            grants(context),
            Instant.now().plus(life))
        .compose(shown -> showKey(context, shown), failure -> refused(context, failure))
        .onFailure(context::fail);
  }

  private static Set<Grant> grants(RoutingContext context) {
    List<String> ticked = context.request().formAttributes().getAll("roles");
    return Doors.caller(context).grants().stream()
        .filter(grant -> ticked.contains(grant.code()))
        .collect(Collectors.toSet());
  }

  private Future<Void> showKey(RoutingContext context, PgKeys.Shown shown) {
    Frame frame = pages.frame(context, "account.key.once.title", shown.key().name());
    Once page =
        new Once(
            frame, frame.say("account.key.once"), shown.text(), OWN, frame.say("account.back"));
    return pages.show(context, 200, Once.TEMPLATE, page);
  }

  private void revoke(RoutingContext context) {
    UUID key;
    try {
      key = UUID.fromString(context.pathParam("key"));
    } catch (IllegalArgumentException e) {
      context.fail(new Refusal(Reason.NOT_FOUND, "You have no such key."));
      return;
    }
    keys.revoke(Doors.caller(context), key)
        .compose(revoked -> pages.go(context, OWN, Notice.REMOVED))
        .onFailure(context::fail);
  }

  private Future<Void> refused(RoutingContext context, Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      return Future.failedFuture(failure);
    }
    Frame frame = pages.frame(context, "account.title");
    // Of a key, as the API calls them: a password's field has another fault of that name.
    List<Fault> faults =
        Faults.of(refusal, frame.words()).all().stream()
            .map(
                fault ->
                    fault.field().equals("name")
                        ? new Fault("name", frame.say("account.key.no_name"))
                        : fault)
            .toList();
    return show(context, Refusals.status(refusal.reason()), new Faults(faults));
  }
}
