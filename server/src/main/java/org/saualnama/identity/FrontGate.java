package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import org.saualnama.access.Caller;
import org.saualnama.http.Gate;

/**
 * Sends everybody to the gate of the door they chose: browsers to the studio's, programs to the
 * API's.
 */
public final class FrontGate implements Gate {
  private final Gate api;
  private final Gate studio;

  /**
   * The gates of one node.
   *
   * @param outside who sends a token that is none of ours, by the word of an outside provider
   */
  public FrontGate(
      PgIdentity identity, StudioGate studio, Function<String, Future<Optional<Caller>>> outside) {
    this.api = new ApiGate(identity.bearers(), outside);
    this.studio = studio;
  }

  @Override
  public Future<Optional<Caller>> caller(RoutingContext context) {
    return of(context).caller(context);
  }

  @Override
  public void refuseStranger(RoutingContext context) {
    of(context).refuseStranger(context);
  }

  /** By the route, which is ours, and not by the path, which can be written in many ways. */
  private Gate of(RoutingContext context) {
    String route = context.currentRoute().getPath();
    return route.equals("/studio") || route.startsWith("/studio/") ? studio : api;
  }
}
