package org.saualnama.health;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.saualnama.access.Access;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.http.Traffic;
import org.saualnama.json.Json;

/**
 * {@code GET /livez}: the process answers; {@code GET /readyz}: it is fit to be asked, or why not.
 */
public final class HealthRoutes {
  /** Several looks for news must have failed. */
  private static final Duration OLD_NEWS = Duration.ofMinutes(2);

  private final PgSchema schema;
  private final int known;
  private final Supplier<Duration> newsAge;
  private final Traffic traffic;

  /**
   * Of one node.
   *
   * @param known the schema's version that this program was made for
   * @param newsAge since when it last knew all that the database holds
   */
  public HealthRoutes(PgSchema schema, int known, Supplier<Duration> newsAge, Traffic traffic) {
    this.schema = schema;
    this.known = known;
    this.newsAge = newsAge;
    this.traffic = traffic;
  }

  public void mount(Doors doors) {
    doors
        .get("/livez", Access.ANYBODY)
        .handler(
            context ->
                Replies.answer(
                    context, Replies.unkept(context, 200, Json.object("status", "alive"))));
    doors
        .get("/readyz", Access.ANYBODY)
        .handler(context -> Replies.answer(context, tellReady(context)));
  }

  private Future<Void> tellReady(RoutingContext context) {
    return schema.version().compose(version -> tell(context, checks(version)));
  }

  private List<Check> checks(OptionalInt version) {
    return List.of(
        Check.of("staying", !traffic.isEnding(), "The server is about to stop."),
        Check.of("database", version.isPresent(), "The database doesn't answer."),
        // A newer one is fine: while nodes are replaced one by one, the old ones serve on.
        Check.of(
            "schema",
            version.orElse(known) >= known,
            "The database's schema is older than this server: run its migrations."),
        Check.of(
            "news",
            newsAge.get().compareTo(OLD_NEWS) < 0,
            "This server has not heard for minutes what others publish."));
  }

  private static Future<Void> tell(RoutingContext context, List<Check> checks) {
    boolean ready = checks.stream().allMatch(Check::holds);
    return Replies.unkept(
        context,
        ready ? 200 : 503,
        Json.object(
            "status",
            ready ? "ready" : "not ready",
            "checks",
            checks.stream().map(Check::view).toList()));
  }
}
