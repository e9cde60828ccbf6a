package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.saualnama.access.Caller;
import org.saualnama.http.Gate;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/**
 * Before the studio: a cookie, never a token, and for each change a proof that our page sent it.
 */
public final class StudioGate implements Gate {
  public static final String COOKIE = "__Host-session";
  public static final String CSRF_HEADER = "X-CSRF-Token";
  public static final String CSRF_FIELD = "csrf";
  public static final String SIGN_IN = "/studio/sign-in";

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final PgIdentity identity;
  private final Supplier<URI> publicUrl;
  private final Hmac csrf;

  /**
   * The studio's gate.
   *
   * @param publicUrl how browsers reach the server; known once it serves
   */
  public StudioGate(PgIdentity identity, Secret secret, Supplier<URI> publicUrl) {
    this.identity = identity;
    this.publicUrl = publicUrl;
    this.csrf = new Hmac(secret.key("csrf"));
  }

  @Override
  public Future<Optional<Caller>> caller(RoutingContext context) {
    Cookie cookie = context.request().getCookie(COOKIE);
    if (cookie == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return identity
        .sessions()
        .byCookie(cookie.getValue())
        .map(
            found -> {
              found.ifPresent(signed -> admit(context, signed));
              return found.map(Signed::caller);
            });
  }

  private void admit(RoutingContext context, Signed signed) {
    ApiGate.let(context, signed);
    // Whoever shares the computer finds nothing in the browser's memory.
    context.response().putHeader("Cache-Control", "no-store");
    if (READS.contains(context.request().method())) {
      return;
    }
    refuseForeign(context);
    String header = context.request().getHeader(CSRF_HEADER);
    String sent = header != null ? header : context.request().getFormAttribute(CSRF_FIELD);
    if (sent == null || !same(sent, csrf(signed.session().orElseThrow()))) {
      throw new Refusal(
          Reason.FORBIDDEN, "The page is out of date: load it again, then do the same again.");
    }
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** Refuses a change that another site's page sends; for forms of strangers, who have no token. */
  private void refuseForeign(RoutingContext context) {
    if (!SameOrigin.holds(
        context.request().getHeader("Sec-Fetch-Site"),
        context.request().getHeader("Origin"),
        String.valueOf(context.request().authority()),
        publicUrl.get())) {
      throw new Refusal(Reason.FORBIDDEN, "Another site's page may change nothing here.");
    }
  }

  /** What every form and every change of the studio must send along. */
  public String csrf(RoutingContext context) {
    return csrf(ApiGate.signed(context).session().orElseThrow());
  }

  String csrf(UUID session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(csrf.of(session.toString()));
  }

  /** Sends to the page for signing in, with the way back; htmx is told so in its own way. */
  @Override
  public void refuseStranger(RoutingContext context) {
    boolean read = READS.contains(context.request().method());
    String next = read ? StudioPath.orHome(context.request().uri()) : StudioPath.HOME;
    String to = SIGN_IN + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    boolean htmx = context.request().getHeader("HX-Request") != null;
    context
        .response()
        .setStatusCode(htmx ? 401 : 303)
        .putHeader(htmx ? "HX-Redirect" : "Location", to)
        .putHeader("Cache-Control", "no-store")
        .end()
        .onFailure(context::fail);
  }

  /**
   * Signs in and gives the browser its cookie.
   *
   * @return fails with a {@link Refusal}: NOT_SIGNED_IN if the name or the password is wrong,
   *     TOO_MANY with the time to wait
   */
  public Future<Account> signIn(RoutingContext context, String name, String password) {
    return Future.succeededFuture()
        .compose(
            begun -> {
              refuseForeign(context);
              return identity.signIn().check(name, password, ApiGate.network(context));
            })
        .compose(account -> enter(context, account));
  }

  /**
   * Sets a password by a set-up link, and signs in.
   *
   * @param name what an admin to be wants to be called; empty where the link knows
   * @return fails with a {@link Refusal}: MALFORMED with the field to mend, NOT_FOUND if the link
   *     is no more
   */
  public Future<Account> setUp(
      RoutingContext context, String token, Optional<String> name, String password) {
    return Future.succeededFuture()
        .compose(
            begun -> {
              refuseForeign(context);
              return identity.setUp().use(token, name, password);
            })
        .compose(account -> enter(context, account));
  }

  /** Begins a session for whoever has proved to be {@code account}. */
  public Future<Account> enter(RoutingContext context, Account account) {
    return identity
        .sessions()
        .startInBrowser(account)
        .map(
            cookie -> {
              context.response().addCookie(cookie(cookie));
              return account;
            });
  }

  /**
   * Changes one's own password; all other sessions end.
   *
   * @return fails with a {@link Refusal}: MALFORMED with the field to mend, TOO_MANY
   */
  public Future<Void> changePassword(RoutingContext context, String old, String fresh) {
    Signed signed = ApiGate.signed(context);
    return identity
        .passwordChange()
        .change(
            signed.caller(), signed.session().orElseThrow(), old, fresh, ApiGate.network(context));
  }

  /** Ends this session. */
  public Future<Void> signOut(RoutingContext context) {
    Signed signed = ApiGate.signed(context);
    context.response().addCookie(cookie("").setMaxAge(0));
    return identity.sessions().end(signed.caller(), signed.session().orElseThrow());
  }

  /** Ends all sessions of the account, at both doors. */
  public Future<Void> signOutEverywhere(RoutingContext context) {
    context.response().addCookie(cookie("").setMaxAge(0));
    return identity.sessions().endAll(ApiGate.signed(context).caller());
  }

  /** Shown at every request to us, to nobody else and to no script; gone with the browser. */
  private static Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setSecure(true)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT);
  }
}
