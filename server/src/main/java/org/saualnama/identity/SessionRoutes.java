package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.JsonBody;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;

/** {@code /api/v1/sessions}: tokens for a name and a password, and their end. */
public final class SessionRoutes {
  private final PgIdentity identity;

  public SessionRoutes(PgIdentity identity) {
    this.identity = identity;
  }

  public void mount(Doors doors) {
    doors.signIn("/api/v1/sessions").handler(this::start);
    doors.post("/api/v1/sessions/refresh", Access.ANYBODY).handler(this::refresh);
    doors.delete("/api/v1/sessions/current", Access.SIGNED_IN).handler(this::end);
    doors.delete("/api/v1/sessions", Access.SIGNED_IN).handler(this::endAll);
  }

  private void start(RoutingContext context) {
    JsonBody body = JsonBody.of(context, "name", "password");
    identity
        .signIn()
        .check(body.text("name"), body.text("password"), ApiGate.network(context))
        .compose(account -> identity.refreshTokens().start(account))
        .compose(session -> tell(context, 201, session))
        .onFailure(context::fail);
  }

  private void refresh(RoutingContext context) {
    String token = JsonBody.of(context, "refresh_token").text("refresh_token");
    identity
        .refreshTokens()
        .use(token)
        .compose(session -> tell(context, 200, session))
        .onFailure(context::fail);
  }

  private Future<Void> tell(RoutingContext context, int status, ApiSession session) {
    return identity
        .accessTokens()
        .issue(session)
        .compose(
            token ->
                Replies.unkept(
                    context,
                    status,
                    Json.object(
                        "access_token",
                        token,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        AccessToken.LIFE.toSeconds(),
                        "refresh_token",
                        session.refreshToken())));
  }

  private void end(RoutingContext context) {
    identity
        .sessions()
        .end(Doors.caller(context), ApiGate.session(context))
        .compose(ended -> Replies.nothing(context))
        .onFailure(context::fail);
  }

  private void endAll(RoutingContext context) {
    ApiGate.session(context);
    identity
        .sessions()
        .endAll(Doors.caller(context))
        .compose(ended -> Replies.nothing(context))
        .onFailure(context::fail);
  }
}
