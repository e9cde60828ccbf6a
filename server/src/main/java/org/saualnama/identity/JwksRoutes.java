package org.saualnama.identity;

import io.vertx.ext.web.RoutingContext;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;

/** {@code /.well-known/jwks.json}: what access tokens can be verified with. */
public final class JwksRoutes {
  private final PgSigningKeys keys;

  public JwksRoutes(PgSigningKeys keys) {
    this.keys = keys;
  }

  public void mount(Doors doors) {
    doors.get("/.well-known/jwks.json", Access.ANYBODY).handler(this::get);
  }

  private void get(RoutingContext context) {
    keys.current()
        .compose(
            living -> {
              context.response().putHeader("Cache-Control", "public, max-age=60");
              // As RFC 7517 has it: no notice of ours in it.
              return Replies.bytes(
                  context, 200, "application/jwk-set+json", Json.write(living.jwks()));
            })
        .onFailure(context::fail);
  }
}
