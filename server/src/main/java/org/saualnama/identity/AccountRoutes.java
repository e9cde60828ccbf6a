package org.saualnama.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.JsonBody;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** {@code /api/v1/accounts}, for admins, and {@code POST /api/v1/set-up} for those they invite. */
public final class AccountRoutes {
  private static final Access ADMIN = Access.of(Role.ADMIN);
  private static final String ALL = "/api/v1/accounts";
  private static final String ONE = "/api/v1/accounts/:account";

  private final PgIdentity identity;
  private final Supplier<URI> publicUrl;

  /**
   * The accounts' routes.
   *
   * @param publicUrl where links lead; known once it serves
   */
  public AccountRoutes(PgIdentity identity, Supplier<URI> publicUrl) {
    this.identity = identity;
    this.publicUrl = publicUrl;
  }

  public void mount(Doors doors) {
    doors.get(ALL, ADMIN).handler(this::list);
    doors.post(ALL, ADMIN).handler(this::create);
    doors.get(ONE, ADMIN).handler(this::one);
    doors.put(ONE, ADMIN).handler(this::change);
    doors.delete(ONE, ADMIN).handler(this::remove);
    doors.post(ONE + "/set-up-link", ADMIN).handler(this::invite);
    doors.post("/api/v1/set-up", Access.ANYBODY).handler(this::setUp);
  }

  private void list(RoutingContext context) {
    identity
        .accounts()
        .all()
        .compose(
            all ->
                Replies.unkept(
                    context,
                    200,
                    Json.object("accounts", all.stream().map(AccountRoutes::view).toList())))
        .onFailure(context::fail);
  }

  private void one(RoutingContext context) {
    identity
        .accounts()
        .find(ApiGate.id(context, "account"))
        .map(
            found ->
                found.orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such account.")))
        .compose(account -> Replies.unkept(context, 200, view(account)))
        .onFailure(context::fail);
  }

  private void create(RoutingContext context) {
    JsonBody body = JsonBody.of(context, "name", "roles");
    identity
        .accountChanges()
        .create(Doors.caller(context), body.text("name"), GrantJson.read(body.member("roles")))
        .compose(invited -> Replies.unkept(context, 201, view(invited)))
        .onFailure(context::fail);
  }

  private void change(RoutingContext context) {
    JsonBody body = JsonBody.of(context, "roles", "disabled");
    JsonNode disabled = body.member("disabled");
    if (!disabled.isBoolean()) {
      throw Refusal.malformed("disabled", "not_a_boolean", "Send disabled as true or false.");
    }
    UUID account = ApiGate.id(context, "account");
    identity
        .accountChanges()
        .change(
            Doors.caller(context),
            account,
            GrantJson.read(body.member("roles")),
            disabled.booleanValue())
        .compose(changed -> Replies.unkept(context, 200, view(changed)))
        .onFailure(context::fail);
  }

  private void remove(RoutingContext context) {
    identity
        .accountChanges()
        .remove(Doors.caller(context), ApiGate.id(context, "account"))
        .compose(removed -> Replies.nothing(context))
        .onFailure(context::fail);
  }

  private void invite(RoutingContext context) {
    identity
        .accountChanges()
        .invite(Doors.caller(context), ApiGate.id(context, "account"))
        .compose(invited -> Replies.unkept(context, 201, view(invited)))
        .onFailure(context::fail);
  }

  private void setUp(RoutingContext context) {
    JsonBody body = JsonBody.of(context, "token", "name", "password");
    identity
        .setUp()
        .use(body.text("token"), body.optionalText("name"), body.text("password"))
        .compose(account -> Replies.unkept(context, 200, view(account)))
        .onFailure(context::fail);
  }

  private static Map<String, Object> view(Account account) {
    return Json.object(
        "account", account.id(),
        "name", account.name(),
        "roles", GrantJson.write(account.grants()),
        "disabled", account.disabled(),
        "set_up", account.setUp());
  }

  private Map<String, Object> view(PgAccountChanges.Invited invited) {
    Map<String, Object> view = view(invited.account());
    view.put("set_up_link", PgSetUp.link(publicUrl.get(), invited.token()).toString());
    return view;
  }
}
