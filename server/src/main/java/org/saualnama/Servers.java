package org.saualnama;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.saualnama.http.HttpVerticle;
import org.saualnama.http.Traffic;

/** The web servers of a node, one for each core, and the way they leave. */
final class Servers {
  /** In which balancers learn of it, and clients that are sending hear it with their answers. */
  private static final long NOTICE_MILLIS = 2_000;

  private static final long LOOK_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 6;

  private final Vertx vertx;
  private final Traffic traffic;
  private final List<HttpVerticle> all = new CopyOnWriteArrayList<>();

  Servers(Vertx vertx, Traffic traffic) {
    this.vertx = vertx;
    this.traffic = traffic;
  }

  Future<Void> listen(Supplier<HttpVerticle> server) {
    return vertx
        .deployVerticle(
            () -> {
              HttpVerticle one = server.get();
              all.add(one);
              return one;
            },
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .mapEmpty();
  }

  int port() {
    return all.get(0).port();
  }

  /** Ends once every request that was taken is answered, or after some seconds. */
  Future<Void> leave() {
    traffic.end();
    return quiet()
        .compose(
            heard ->
                Future.join(
                    all.stream()
                        .map(one -> one.shutdown(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .toList()))
        .mapEmpty();
  }

  private Future<Void> quiet() {
    Promise<Void> quiet = Promise.promise();
    look(quiet, System.nanoTime());
    return quiet.future();
  }

  /** One timer after the other: one that repeats could fire before it can be cancelled. */
  private void look(Promise<Void> quiet, long begin) {
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    if (traffic.open() == 0 || waited > NOTICE_MILLIS) {
      quiet.complete();
    } else {
      vertx.setTimer(LOOK_MILLIS, timer -> look(quiet, begin));
    }
  }
}
