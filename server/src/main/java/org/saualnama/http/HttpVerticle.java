package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The web server, once per core: shared headers and limits here, everything else in features. */
public final class HttpVerticle extends VerticleBase {
  private static final int BODY_LIMIT = 64 * 1024;

  private final String bind;
  private final int port;
  private final Optional<String> notice;
  private final Consumer<Router> features;
  private HttpServer server;

  /**
   * Serves {@code features}.
   *
   * @param port 0 for any free one
   * @param notice what every answer must say
   * @param features mounts the routes; called once for each server
   */
  public HttpVerticle(String bind, int port, Optional<String> notice, Consumer<Router> features) {
    this.bind = bind;
    this.port = port;
    this.notice = notice;
    this.features = features;
  }

  @Override
  public Future<?> start() {
    server = vertx.createHttpServer(options()).requestHandler(router());
    return server.listen();
  }

  /** Where it serves, once it does. */
  public int port() {
    return server.actualPort();
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(bind)
        // -1 is any free port that all servers of this process share, 0 would be one for each.
        .setPort(port == 0 ? -1 : port)
        .setCompressionSupported(true)
        .setCompressionContentSizeThreshold(1_024)
        .setIdleTimeout(60)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        // A page of the form is a few long attributes.
        .setMaxFormAttributeSize(BODY_LIMIT)
        .setMaxFormBufferedBytes(BODY_LIMIT)
        .setMaxFormFields(512);
  }

  Router router() {
    Router router = Router.router(vertx);
    Refusals refusals = new Refusals();
    for (int status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
      router.errorHandler(status, refusals);
    }
    router.route().handler(this::header);
    router.post().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
    features.accept(router);
    return router;
  }

  private void header(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff");
    notice.ifPresent(
        words -> {
          response.putHeader("Saualnama-Notice", words);
          context.put(Replies.NOTICE, words);
        });
    context.next();
  }
}
