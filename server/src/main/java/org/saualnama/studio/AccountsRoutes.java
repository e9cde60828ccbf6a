package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Refusals;
import org.saualnama.identity.Account;
import org.saualnama.identity.PgAccountChanges.Invited;
import org.saualnama.identity.PgIdentity;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** {@code /studio/accounts}: who may sign in and what each may do, for admins. */
public final class AccountsRoutes {
  private static final String ALL = "/studio/accounts";
  private static final String ONE = ALL + "/:account";

  private final StudioPage pages;
  private final PgIdentity identity;
  private final Supplier<URI> publicUrl;

  /**
   * Pages of all accounts.
   *
   * @param publicUrl how browsers reach the server; known once it serves
   */
  public AccountsRoutes(StudioPage pages, PgIdentity identity, Supplier<URI> publicUrl) {
    this.pages = pages;
    this.identity = identity;
    this.publicUrl = publicUrl;
  }

  public void mount(Doors doors) {
    Access admin = Access.of(Role.ADMIN);
    doors.get(ALL, admin).handler(this::list);
    doors.get(ALL + "/new", admin).handler(this::askForNew);
    doors.post(ALL + "/new", admin).handler(this::create);
    doors.get(ONE, admin).handler(this::one);
    doors.post(ONE, admin).handler(this::change);
    doors.post(ONE + "/link", admin).handler(this::invite);
    doors.post(ONE + "/disable", admin).handler(context -> let(context, true));
    doors.post(ONE + "/enable", admin).handler(context -> let(context, false));
  }

  private void list(RoutingContext context) {
    identity
        .accounts()
        .all()
        .map(all -> new AccountList(pages.frame(context, "studio.accounts"), all))
        .compose(page -> pages.show(context, 200, AccountList.TEMPLATE, page))
        .onFailure(context::fail);
  }

  private void askForNew(RoutingContext context) {
    show(context, 200, Faults.NONE, Optional.empty(), typed(context)).onFailure(context::fail);
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      Faults faults,
      Optional<Account> account,
      GrantFields grants) {
    Frame frame =
        account
            .map(known -> pages.frame(context, "accounts.manage", known.name()))
            .orElseGet(() -> pages.frame(context, "accounts.new"));
    AccountForm form =
        new AccountForm(
            faults.any() ? frame.inError() : frame,
            faults,
            account,
            StudioPage.typed(context, "name"),
            grants);
    return pages.show(context, status, AccountForm.TEMPLATE, form);
  }

  private void create(RoutingContext context) {
    GrantFields grants = typed(context);
    Faults faults = grants.faults(pages.frame(context, "accounts.new").words());
    if (faults.any()) {
      show(context, 422, faults, Optional.empty(), grants).onFailure(context::fail);
      return;
    }
    identity
        .accountChanges()
        .create(Doors.caller(context), StudioPage.typed(context, "name"), grants.grants())
        .compose(
            invited -> showLink(context, invited),
            failure -> refused(context, failure, Optional.empty(), grants))
        .onFailure(context::fail);
  }

  private void one(RoutingContext context) {
    account(context)
        .compose(
            account ->
                show(
                    context,
                    200,
                    Faults.NONE,
                    Optional.of(account),
                    GrantFields.of(account.grants())))
        .onFailure(context::fail);
  }

  private void change(RoutingContext context) {
    GrantFields grants = typed(context);
    Faults faults = grants.faults(pages.frame(context, "accounts.new").words());
    account(context)
        .compose(
            account ->
                faults.any()
                    ? show(context, 422, faults, Optional.of(account), grants)
                    : change(context, account, grants, account.disabled()))
        .onFailure(context::fail);
  }

  private void let(RoutingContext context, boolean disabled) {
    account(context)
        .compose(account -> change(context, account, GrantFields.of(account.grants()), disabled))
        .onFailure(context::fail);
  }

  private Future<Void> change(
      RoutingContext context, Account account, GrantFields grants, boolean disabled) {
    return identity
        .accountChanges()
        .change(Doors.caller(context), account.id(), grants.grants(), disabled)
        .compose(
            changed -> pages.go(context, ALL, Notice.SAVED),
            failure -> refused(context, failure, Optional.of(account), grants));
  }

  private void invite(RoutingContext context) {
    account(context)
        .compose(account -> identity.accountChanges().invite(Doors.caller(context), account.id()))
        .compose(invited -> showLink(context, invited))
        .onFailure(context::fail);
  }

  private Future<Void> showLink(RoutingContext context, Invited invited) {
    String name = invited.account().name();
    Frame frame = pages.frame(context, "accounts.once.title", name);
    String link = publicUrl.get().resolve("/studio/set-up/" + invited.token()).toString();
    Once page =
        new Once(frame, frame.say("accounts.once", name), link, ALL, frame.say("accounts.back"));
    return pages.show(context, 200, Once.TEMPLATE, page);
  }

  private Future<Void> refused(
      RoutingContext context, Throwable failure, Optional<Account> account, GrantFields grants) {
    if (!(failure instanceof Refusal refusal) || refusal.reason() == Reason.NOT_FOUND) {
      return Future.failedFuture(failure);
    }
    Faults faults = Faults.of(refusal, pages.frame(context, "accounts.new").words());
    return show(context, Refusals.status(refusal.reason()), faults, account, grants);
  }

  private Future<Account> account(RoutingContext context) {
    UUID id;
    try {
      id = UUID.fromString(context.pathParam("account"));
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(missing());
    }
    return identity.accounts().find(id).map(found -> found.orElseThrow(AccountsRoutes::missing));
  }

  private static GrantFields typed(RoutingContext context) {
    return GrantFields.typed(field -> StudioPage.typed(context, field));
  }

  private static Refusal missing() {
    return new Refusal(Reason.NOT_FOUND, "There is no such account.");
  }
}
