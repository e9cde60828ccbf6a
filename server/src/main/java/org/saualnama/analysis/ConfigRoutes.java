package org.saualnama.analysis;

import io.vertx.ext.web.RoutingContext;
import org.saualnama.access.Access;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;

/** {@code GET /api/v1/config}: the limits that a program has to keep to. */
public final class ConfigRoutes {
  public void mount(Doors doors) {
    doors.get("/api/v1/config", Access.ANYBODY).handler(ConfigRoutes::get);
  }

  private static void get(RoutingContext context) {
    Replies.answer(
        context,
        Replies.json(
            context,
            200,
            Json.object(
                "breakdown", Json.object("most_segments", BreakdownQuery.MOST_DIMENSIONS),
                "analysis",
                    Json.object(
                        "most_cells", Coherence.MOST_CELLS,
                        "most_releases", Coherence.MOST_RELEASES))));
  }
}
