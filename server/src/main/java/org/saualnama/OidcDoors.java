package org.saualnama;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import org.saualnama.access.Caller;
import org.saualnama.http.Doors;
import org.saualnama.http.Pages;
import org.saualnama.http.Style;
import org.saualnama.identity.PgIdentity;
import org.saualnama.oidc.OidcRoutes;
import org.saualnama.oidc.RemoteSignIn;

/** The part of {@link App} with the outside provider in it, if there is one. */
final class OidcDoors {
  private final Optional<RemoteSignIn> signIn;

  OidcDoors(Vertx vertx, Config config, PgIdentity identity) {
    this.signIn =
        config
            .oidc()
            .map(found -> new RemoteSignIn(vertx, found, identity.outside(), Instant::now));
  }

  boolean any() {
    return signIn.isPresent();
  }

  /** Who sends a token of the provider to the API. */
  Future<Optional<Caller>> caller(String token) {
    return signIn
        .map(by -> by.caller(token))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  void mount(Doors doors, App app, boolean demo) {
    Pages pages = new Pages(app.texts, demo, Style.of("base.css"));
    signIn.ifPresent(
        by -> new OidcRoutes(by, app.studioGate, app.secret, pages, app::publicUrl).mount(doors));
  }
}
