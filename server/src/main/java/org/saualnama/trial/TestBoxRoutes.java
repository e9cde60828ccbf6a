package org.saualnama.trial;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Accepted;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;

/**
 * {@code /api/v1/surveys/{survey}/test-submissions}: what lies in the test box, and emptying it.
 */
public final class TestBoxRoutes {
  private static final String PATH = "/api/v1/surveys/:survey/test-submissions";

  private final PgTestBox box;

  public TestBoxRoutes(PgTestBox box) {
    this.box = box;
  }

  public void mount(Doors doors) {
    doors.get(PATH, Access.of(Role.AUTHOR)).handler(this::list);
    doors.delete(PATH, Access.of(Role.AUTHOR)).handler(this::empty);
  }

  private void list(RoutingContext context) {
    String survey = context.pathParam("survey");
    context.response().putHeader("Cache-Control", "no-store").putHeader("Vary", "Accept");
    box.all(survey)
        .compose(
            all ->
                Accepted.prefersCsv(context)
                    ? Replies.bytes(context, 200, "text/csv; charset=utf-8", TestCsv.of(all))
                    : json(context, survey, all))
        .onFailure(context::fail);
  }

  private static Future<Void> json(
      RoutingContext context, String survey, List<TestSubmission> all) {
    return Replies.json(
        context,
        200,
        Json.object(
            "survey", survey, "test_submissions", all.stream().map(TestSubmission::view).toList()));
  }

  private void empty(RoutingContext context) {
    box.empty(context.pathParam("survey"), Doors.caller(context).name())
        .compose(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }
}
