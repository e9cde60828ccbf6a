package org.saualnama.identity;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saualnama.access.Access;
import org.saualnama.access.Caller;
import org.saualnama.http.Doors;
import org.saualnama.http.JsonBody;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;

/** {@code /api/v1/me}: one's own account, password and keys. */
public final class MeRoutes {
  private final PgIdentity identity;

  public MeRoutes(PgIdentity identity) {
    this.identity = identity;
  }

  public void mount(Doors doors) {
    doors.get("/api/v1/me", Access.SIGNED_IN).handler(MeRoutes::me);
    doors.put("/api/v1/me/password", Access.SIGNED_IN).handler(this::changePassword);
    doors.get("/api/v1/me/keys", Access.SIGNED_IN).handler(this::keys);
    doors.post("/api/v1/me/keys", Access.SIGNED_IN).handler(this::createKey);
    doors.delete("/api/v1/me/keys/:key", Access.SIGNED_IN).handler(this::revokeKey);
  }

  private static void me(RoutingContext context) {
    Caller caller = Doors.caller(context);
    Replies.unkept(
            context,
            200,
            Json.object(
                "account", caller.account(),
                "name", caller.name(),
                "roles", GrantJson.write(caller.grants())))
        .onFailure(context::fail);
  }

  private void changePassword(RoutingContext context) {
    JsonBody body = JsonBody.of(context, "old_password", "password");
    identity
        .passwordChange()
        .change(
            Doors.caller(context),
            ApiGate.session(context),
            body.text("old_password"),
            body.text("password"),
            ApiGate.network(context))
        .compose(changed -> Replies.nothing(context))
        .onFailure(context::fail);
  }

  private void keys(RoutingContext context) {
    identity
        .keys()
        .list(Doors.caller(context))
        .compose(
            keys ->
                Replies.unkept(
                    context, 200, Json.object("keys", keys.stream().map(MeRoutes::view).toList())))
        .onFailure(context::fail);
  }

  private void createKey(RoutingContext context) {
    // A key makes no keys: one that was stolen ends on its day.
    ApiGate.session(context);
    JsonBody body = JsonBody.of(context, "name", "roles", "expires");
    identity
        .keys()
        .create(
            Doors.caller(context),
            body.text("name"),
            GrantJson.read(body.member("roles")),
            endOf(body.text("expires")))
        .compose(
            shown -> {
              Map<String, Object> view = view(shown.key());
              view.put("secret", shown.text());
              return Replies.unkept(context, 201, view);
            })
        .onFailure(context::fail);
  }

  private static Instant endOf(String day) {
    try {
      return LocalDate.parse(day).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Refusal.malformed("expires", "not_a_day", "Send the key's last day as 2027-01-31.");
    }
  }

  private static Map<String, Object> view(ApiKey key) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("key", key.id());
    view.put("name", key.name());
    view.put("roles", GrantJson.write(key.grants()));
    view.put("expires", key.lastDay().toString());
    view.put("revoked", key.revoked());
    key.lastUsed().ifPresent(day -> view.put("last_used", day.toString()));
    return view;
  }

  private void revokeKey(RoutingContext context) {
    ApiGate.session(context);
    identity
        .keys()
        .revoke(Doors.caller(context), ApiGate.id(context, "key"))
        .compose(revoked -> Replies.nothing(context))
        .onFailure(context::fail);
  }
}
