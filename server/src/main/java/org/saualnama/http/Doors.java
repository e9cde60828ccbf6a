package org.saualnama.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.saualnama.access.Access;
import org.saualnama.access.Caller;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** The only way to a route: with the rule that stands at it, and a limit on what it takes in. */
public final class Doors {
  /** What a route takes unless it says otherwise, in bytes. */
  public static final int BODY_LIMIT = 64 * 1024;

  private static final long BODY_DROPPED = 64L << 20;

  private static final String ACCESS = "access";
  private static final String CALLER = "caller";
  private static final String ROUTE = "route";

  private final Router router;
  private final Gate gate;
  private final Limits limits;

  /** Without limits. */
  public Doors(Router router, Gate gate) {
    this(router, gate, Limits.NONE);
  }

  public Doors(Router router, Gate gate, Limits limits) {
    this.router = router;
    this.gate = gate;
    this.limits = limits;
  }

  /** Hands out what is published: to anybody, to scripts in others' pages, as often as is fair. */
  public Route published(String path) {
    return published(route(HttpMethod.GET, path), path);
  }

  /** The same for a question that comes as a body of {@link #BODY_LIMIT}. */
  public Route publishedByBody(String path) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(BODY_LIMIT);
    return published(route(HttpMethod.POST, path), path).handler(context -> take(context, body));
  }

  /** Shows what is published as a page, made for each who asks and so as often as is fair. */
  public Route publishedPage(String path) {
    return at(route(HttpMethod.GET, path), Access.ANYBODY)
        .handler(Doors::showToOthers)
        .handler(limits.reads()::guard);
  }

  /** A table in a frame, a picture where a link is shared. */
  private static void showToOthers(RoutingContext context) {
    SecurityHeaders.open(context.response());
    context.next();
  }

  private Route published(Route route, String path) {
    at(route(HttpMethod.OPTIONS, path), Access.ANYBODY).handler(CrossOrigin::preflight);
    return at(route, Access.ANYBODY).handler(CrossOrigin::allow).handler(limits.reads()::guard);
  }

  /** Takes what proves who somebody is, not as often as a machine could try. */
  public Route signIn(String path) {
    return post(path, Access.ANYBODY).handler(limits.signIns()::guard);
  }

  public Route get(String path, Access access) {
    return at(route(HttpMethod.GET, path), access);
  }

  /** Takes a body of {@link #BODY_LIMIT}. */
  public Route post(String path, Access access) {
    return at(HttpMethod.POST, path, access, BODY_LIMIT);
  }

  /** Takes a body of {@link #BODY_LIMIT}. */
  public Route put(String path, Access access) {
    return at(HttpMethod.PUT, path, access, BODY_LIMIT);
  }

  public Route delete(String path, Access access) {
    return at(route(HttpMethod.DELETE, path), access);
  }

  /** Takes a body of {@code limit} bytes. */
  public Route at(HttpMethod method, String path, Access access, int limit) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(limit);
    Route route = route(method, path).handler(context -> take(context, body));
    return access.isOpen() ? at(route, access) : at(route.handler(Doors::storable), access);
  }

  /** Takes a form with a file of {@code limit} bytes in all, for {@link Upload}. */
  public Route upload(String path, Access access, int limit) {
    Route route = route(HttpMethod.POST, path).handler(new Upload(limit)).handler(Doors::storable);
    return at(route, access).handler(Upload::expect);
  }

  /** A strange boundary fails the body handler's decoder, and other doors need none. */
  private static void take(RoutingContext context, BodyHandler body) {
    String type = context.request().getHeader("Content-Type");
    if (type != null && type.regionMatches(true, 0, "multipart/", 0, 10)) {
      context.fail(new Refusal(Reason.UNSUPPORTED_TYPE, "Send another Content-Type."));
    } else {
      body.handle(context);
    }
  }

  /** What people with accounts type is kept: refused here is what no database can. */
  private static void storable(RoutingContext context) {
    boolean fine =
        context.request().formAttributes().entries().stream()
            .allMatch(field -> Json.isStorable(field.getValue()));
    if (fine) {
      context.next();
    } else {
      context.fail(new Refusal(Reason.MALFORMED, "A field holds a zero character: remove it."));
    }
  }

  /**
   * Takes a body of any length, which a {@link BodyStream} reads; not a byte of it before the rule
   * is passed. {@code path} ends with a verb, {@code things:verb}.
   */
  public Route stream(String path, Access access) {
    String verb = path.substring(path.lastIndexOf(':'));
    Route route = route(HttpMethod.POST, path).handler(context -> hold(context, verb));
    return at(route, access);
  }

  private static void hold(RoutingContext context, String verb) {
    HttpServerRequest request = context.request().pause();
    context.addEndHandler(answered -> drop(request));
    // The router takes the verb for the name of a parameter, and would take any other.
    if (verb.equals(context.pathParam(verb.substring(1)))) {
      context.next();
    } else {
      context.fail(404);
    }
  }

  /** Lets a sender who is still sending hear the answer, and hangs up on one who doesn't listen. */
  static void drop(HttpServerRequest request) {
    if (!request.isEnded()) {
      AtomicLong patience = new AtomicLong(BODY_DROPPED);
      request.handler(
          bytes -> {
            if (patience.addAndGet(-bytes.length()) < 0) {
              hangUp(request);
            }
          });
      request.resume();
    }
  }

  private static void hangUp(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }

  /** Any method, for what only ever refuses. */
  public Route any(String path) {
    return at(router.route(path), Access.ANYBODY);
  }

  private Route route(HttpMethod method, String path) {
    return named(router.route(method, path));
  }

  /** Notes where a request is, for after a failure the router itself no longer knows. */
  private static Route named(Route route) {
    return route.handler(
        context -> {
          context.put(ROUTE, route.getPath());
          context.next();
        });
  }

  /** The pattern of the route that a request came to, and never its path; none for no route. */
  static Optional<String> route(RoutingContext context) {
    return Optional.ofNullable(context.get(ROUTE));
  }

  private Route at(Route route, Access access) {
    route.putMetadata(ACCESS, access);
    return access.isOpen() ? route : route.handler(context -> guard(context, access));
  }

  /** The rule of {@code route}, if it came through here. */
  public static Optional<Access> access(Route route) {
    return Optional.ofNullable(route.getMetadata(ACCESS));
  }

  /** Who sends a request; only where {@link Access} asks for somebody. */
  public static Caller caller(RoutingContext context) {
    return context.get(CALLER);
  }

  private void guard(RoutingContext context, Access access) {
    gate.caller(context)
        .onFailure(context::fail)
        .onSuccess(
            caller -> {
              if (caller.isEmpty()) {
                gate.refuseStranger(context);
              } else if (access.admits(caller.get(), survey(context))) {
                context.put(CALLER, caller.get());
                Traffic.admitted(context, access);
                context.next();
              } else {
                context.fail(
                    new Refusal(Reason.FORBIDDEN, "Your account has no role that may do this."));
              }
            });
  }

  private static Optional<String> survey(RoutingContext context) {
    return Optional.ofNullable(context.pathParam("survey"));
  }
}
