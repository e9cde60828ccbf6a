package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** The web server, once per core: shared headers and limits here, everything else in features. */
public final class HttpVerticle extends VerticleBase {
  /** A definition, as a form sends it. */
  private static final int LONGEST_FIELD = 3 << 20;

  private final String bind;
  private final int port;
  private final Optional<String> notice;
  private final Gate gate;
  private final Limits limits;
  private final Traffic traffic;
  private final Doorway doorway;
  private final Consumer<Doors> features;
  private final RequestIds ids = new RequestIds();
  private final Dribblers dribblers = new Dribblers(Dribblers.LONGEST_HEAD, Dribblers.GRACE);
  private HttpServer server;

  /**
   * Serves {@code features}.
   *
   * @param port 0 for any free one
   * @param notice what every answer must say
   * @param gate stands before every route that is not for anybody
   * @param limits the same for all servers of a node
   * @param traffic the same for all servers of a node
   * @param doorway what lies before them
   * @param features mounts the routes; called once for each server
   */
  public HttpVerticle(
      String bind,
      int port,
      Optional<String> notice,
      Gate gate,
      Limits limits,
      Traffic traffic,
      Doorway doorway,
      Consumer<Doors> features) {
    this.limits = limits;
    this.traffic = traffic;
    this.doorway = doorway;
    this.bind = bind;
    this.port = port;
    this.notice = notice;
    this.gate = gate;
    this.features = features;
  }

  @Override
  public Future<?> start() {
    dribblers.watch(vertx, Dribblers.PAUSE);
    server =
        vertx
            .createHttpServer(options())
            .connectionHandler(this::connected)
            .requestHandler(dribblers.before(router()))
            .invalidRequestHandler(this::unreadable);
    return server
        .listen()
        .onSuccess(serves -> doorway.tls().ifPresent(tls -> tls.watch(vertx, server)));
  }

  private void connected(HttpConnection connection) {
    traffic.opened();
    dribblers.connected(connection);
    connection.closeHandler(
        closed -> {
          traffic.closed();
          dribblers.closed(connection);
        });
  }

  /** Where it serves, once it does. */
  public int port() {
    return server.actualPort();
  }

  /** Takes no new connections, and ends those that are open with the answers they wait for. */
  public Future<Void> shutdown(long timeout, TimeUnit unit) {
    // One that could not start has nothing to end.
    return server == null ? Future.succeededFuture() : server.shutdown(timeout, unit);
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(bind)
            // -1 is any free port that all servers of this process share, 0 would be one for each.
            .setPort(port == 0 ? -1 : port)
            // Else nobody would know of a connection whose first head never comes.
            .setHttp2ClearTextEnabled(false)
            // Nobody opens a WebSocket here, and each page would pass by what compresses them.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setCompressionSupported(true)
            .setCompressionContentSizeThreshold(1_024)
            // A page of the form is 5 % longer than at level 6, for two thirds of the time.
            .setCompressionLevel(3)
            .setIdleTimeout(60)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            // A page of the form is a few long attributes, a definition is one very long one;
            // how much a route takes is for its own limit to say.
            .setMaxFormAttributeSize(LONGEST_FIELD)
            .setMaxFormBufferedBytes(Doors.BODY_LIMIT)
            .setMaxFormFields(1_024);
    doorway.tls().ifPresent(tls -> tls.apply(vertx, options));
    return options;
  }

  Router router() {
    Router router = Router.router(vertx);
    Refusals refusals = new Refusals();
    for (int status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
      router.errorHandler(status, refusals);
    }
    router.route().handler(this::header).handler(traffic::pass).handler(HttpVerticle::legible);
    features.accept(new Doors(router, gate, limits));
    refuseUnguarded(router);
    return router;
  }

  private static void refuseUnguarded(Router router) {
    router.getRoutes().stream()
        .filter(route -> route.getPath() != null && Doors.access(route).isEmpty())
        .findFirst()
        .ifPresent(
            route -> {
              throw new IllegalStateException("no rule stands at " + route.getName());
            });
  }

  private void header(RoutingContext context) {
    ids.give(context);
    Network.behind(context, doorway.proxies());
    HttpServerResponse response = context.response();
    SecurityHeaders.put(response, doorway.encrypted());
    notice.ifPresent(
        words -> {
          response.putHeader("Saualnama-Notice", words);
          context.put(Replies.NOTICE, words);
        });
    context.next();
  }

  /** Refuses an address that can't be decoded before any route trips over it. */
  private static void legible(RoutingContext context) {
    try {
      String path = URLDecoder.decode(context.normalizedPath(), StandardCharsets.UTF_8);
      if (!Json.isStorable(path) || !holdsText(context.queryParams())) {
        Refusals.speak(
            context, new Refusal(Reason.MALFORMED, "The address holds a zero character."));
        return;
      }
    } catch (IllegalArgumentException | HttpException e) {
      Refusals.speak(
          context,
          new Refusal(Reason.MALFORMED, "The address can't be decoded: write a plain % as %25."));
      return;
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      // Whatever can be got can be asked about; the server leaves the body out.
      context.put(Replies.HEAD, true);
      context.reroute(HttpMethod.GET, context.normalizedPath());
    } else {
      context.next();
    }
  }

  private static boolean holdsText(MultiMap query) {
    return query.entries().stream().map(Map.Entry::getValue).allMatch(Json::isStorable);
  }

  /** What is no HTTP reaches no route: 400, 414 or 431 without a body, and hangs up. */
  private void unreadable(HttpServerRequest request) {
    SecurityHeaders.put(request.response(), doorway.encrypted());
    HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
  }
}
