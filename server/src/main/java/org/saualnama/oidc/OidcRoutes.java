package org.saualnama.oidc;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Languages;
import org.saualnama.http.MessagePage;
import org.saualnama.http.Pages;
import org.saualnama.identity.StudioGate;
import org.saualnama.identity.StudioPath;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Secret;

/** {@code /studio/oidc/start} and {@code /studio/oidc/callback}: to the provider, and back. */
public final class OidcRoutes {
  static final String COOKIE = "__Host-oidc";
  static final String CALLBACK = "/studio/oidc/callback";

  private final RemoteSignIn signIn;
  private final StudioGate gate;
  private final JourneySeal seal;
  private final Pages pages;
  private final Supplier<URI> publicUrl;

  /**
   * The routes for browsers.
   *
   * @param publicUrl how browsers reach this server; known once it serves
   */
  public OidcRoutes(
      RemoteSignIn signIn, StudioGate gate, Secret secret, Pages pages, Supplier<URI> publicUrl) {
    this.signIn = signIn;
    this.gate = gate;
    this.seal = new JourneySeal(secret, Instant::now);
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  public void mount(Doors doors) {
    doors.get("/studio/oidc/start", Access.ANYBODY).handler(this::start);
    doors.get(CALLBACK, Access.ANYBODY).handler(this::callback);
  }

  private void start(RoutingContext context) {
    Journey journey = seal.begin(StudioPath.orHome(query(context, "next").orElse("")));
    signIn
        .away(journey, redirect())
        .compose(
            address ->
                context
                    .response()
                    .addCookie(cookie(seal.seal(journey)).setMaxAge(Journey.SECONDS))
                    .setStatusCode(303)
                    .putHeader("Location", address)
                    .putHeader("Cache-Control", "no-store")
                    .end(),
            failure -> say(context, 503, "oidc.away"))
        .onFailure(context::fail);
  }

  private void callback(RoutingContext context) {
    Cookie carried = context.request().getCookie(COOKIE);
    // Good for one way back, whatever comes of it.
    context.response().addCookie(cookie("").setMaxAge(0));
    Optional<Journey> journey =
        Optional.ofNullable(carried)
            .flatMap(cookie -> seal.open(cookie.getValue()))
            .filter(begun -> Claims.same(begun.state(), query(context, "state").orElse("")))
            .filter(begun -> signIn.isOurs(query(context, "iss")));
    Optional<String> code = query(context, "code");
    (journey.isEmpty() || code.isEmpty()
            ? say(context, 400, "oidc.lost")
            : signIn
                .back(journey.get(), code.get(), redirect())
                .compose(account -> gate.enter(context, account))
                .compose(
                    account -> arrive(context, journey.get().next()),
                    failure -> refuse(context, failure)))
        .onFailure(context::fail);
  }

  /**
   * A page and no redirect: a browser shows the session's cookie only to requests that begin on
   * this site, and a redirect began at the provider.
   */
  private Future<Void> arrive(RoutingContext context, String next) {
    context.response().putHeader("Refresh", "0;url=" + next);
    return show(
        context, 200, MessagePage.withLink(pages, language(context), "oidc.done", next, "oidc.on"));
  }

  private Future<Void> refuse(RoutingContext context, Throwable failure) {
    Reason reason = failure instanceof Refusal refusal ? refusal.reason() : Reason.BUSY;
    return switch (reason) {
      case FORBIDDEN -> say(context, 403, "oidc.nothing");
      case NOT_SIGNED_IN -> say(context, 400, "oidc.lost");
      default -> say(context, 503, "oidc.away");
    };
  }

  private Future<Void> say(RoutingContext context, int status, String key) {
    MessagePage page =
        MessagePage.withLink(pages, language(context), key, StudioGate.SIGN_IN, "oidc.again");
    return show(context, status, page);
  }

  private Future<Void> show(RoutingContext context, int status, MessagePage page) {
    context.response().putHeader("Cache-Control", "no-store");
    return pages.show(context, status, page);
  }

  private String language(RoutingContext context) {
    return Languages.best(context, pages.texts().languages());
  }

  private URI redirect() {
    return publicUrl.get().resolve(CALLBACK);
  }

  private static Optional<String> query(RoutingContext context, String name) {
    return context.queryParam(name).stream().findFirst();
  }

  /** Lax, for it has to come along from the provider's site; and good for nothing but that. */
  private static Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setSecure(true)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX);
  }
}
