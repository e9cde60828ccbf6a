package org.saualnama.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.saualnama.access.Access;
import org.saualnama.refusal.Refusal.Reason;

/**
 * What passes through all servers of a node: how each request went, and whether it is to end. Safe
 * for threads.
 */
public final class Traffic {
  /** In which whatever was begun has to be done once a node is to stop. */
  static final int SECONDS_TO_LEAVE = 10;

  private static final String REASON = "reason";
  private static final String FOLLOWER = "follower";
  private static final String OWN = "own context";
  private static final String PASSED = "passed";
  private static final String NO_ROUTE = "none";

  private final List<Consumer<Answer>> watches;
  private final Optional<Follower> follower;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean ending;

  /**
   * How a request went, and nothing of who sent it or what.
   *
   * @param route the pattern; "none" where there was none
   * @param reason of a refusal; null for none
   */
  public record Answer(String method, String route, int status, Reason reason, long nanos) {}

  /** Looks at single requests, if they are of people with accounts who bring no answers. */
  @FunctionalInterface
  public interface Follower {
    /**
     * Somebody is admitted.
     *
     * @param own the context of the request, which no other has
     * @param id of the request, at random
     * @return what hears how it went
     */
    Consumer<Answer> follow(Context own, String method, String route, String id);
  }

  /**
   * Traffic that is watched.
   *
   * @param watches hear of each request that was answered, on its event loop
   * @param follower hears of some of them before, on their event loops
   */
  public Traffic(List<Consumer<Answer>> watches, Optional<Follower> follower) {
    this.watches = List.copyOf(watches);
    this.follower = follower;
  }

  /** Traffic that nobody watches. */
  public Traffic() {
    this(List.of(), Optional.empty());
  }

  /** So many connections are open. */
  public int open() {
    return open.get();
  }

  /** From now on a connection of HTTP/1.1 ends with its next answer. */
  public void end() {
    ending = true;
  }

  /** Whether the node is to stop. */
  public boolean isEnding() {
    return ending;
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed() {
    open.decrementAndGet();
  }

  /** Keeps in mind why a request is refused. */
  static void refused(RoutingContext context, Reason reason) {
    context.put(REASON, reason);
  }

  /**
   * Somebody may pass by {@code access}. Whoever needs no account, or is refused, is followed by
   * nobody; nor is who brings answers.
   */
  static void admitted(RoutingContext context, Access access) {
    Follower follower = context.get(FOLLOWER);
    if (follower != null && access.isForStaff()) {
      long begin = System.nanoTime();
      String method = context.request().method().name();
      Consumer<Answer> end =
          follower.follow(context.get(OWN), method, route(context), RequestIds.of(context));
      context.addEndHandler(
          ended -> end.accept(answer(context, method, System.nanoTime() - begin)));
    }
  }

  void pass(RoutingContext context) {
    context.addHeadersEndHandler(
        written -> {
          if (ending) {
            endWith(context);
          }
        });
    if (context.get(PASSED) != null) {
      // A HEAD comes by twice, as what it is and as the GET that answers it, and counts once.
      context.next();
      return;
    }
    context.put(PASSED, true);
    follower.ifPresent(one -> context.put(FOLLOWER, one).put(OWN, Vertx.currentContext()));
    if (!watches.isEmpty()) {
      long begin = System.nanoTime();
      String method = context.request().method().name();
      context.addEndHandler(
          ended -> {
            if (ended.succeeded()) {
              tell(context, method, System.nanoTime() - begin);
            }
          });
    }
    context.next();
  }

  /** HTTP/2 has a farewell of its own, which the server says once it takes nothing new. */
  private static void endWith(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.version() != HttpVersion.HTTP_2) {
      context.response().putHeader("Connection", "close");
      request.connection().shutdown(SECONDS_TO_LEAVE, TimeUnit.SECONDS);
    }
  }

  private void tell(RoutingContext context, String method, long nanos) {
    Answer answer = answer(context, method, nanos);
    watches.forEach(watch -> watch.accept(answer));
  }

  private static Answer answer(RoutingContext context, String method, long nanos) {
    return new Answer(
        method, route(context), context.response().getStatusCode(), context.get(REASON), nanos);
  }

  private static String route(RoutingContext context) {
    return Doors.route(context).orElse(NO_ROUTE);
  }
}
