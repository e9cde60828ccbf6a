package org.saualnama.audit;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;

/** {@code /api/v1/audit}: the whole log, to be checked elsewhere, and this server's own verdict. */
public final class AuditRoutes {
  private final PgAudit audit;

  public AuditRoutes(PgAudit audit) {
    this.audit = audit;
  }

  public void mount(Doors doors) {
    doors.get("/api/v1/audit", Access.of(Role.ADMIN)).handler(this::export);
    doors.get("/api/v1/audit/verdict", Access.of(Role.ADMIN)).handler(this::verdict);
    // The same for browsers, which have no token to show.
    doors.get("/studio/audit/export", Access.of(Role.ADMIN)).handler(this::export);
  }

  private void export(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "application/jsonl")
        .putHeader("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
        .putHeader("Cache-Control", "no-store");
    send(response, 0).onFailure(context::fail);
  }

  private Future<Void> send(HttpServerResponse response, long after) {
    return audit
        .after(after)
        .compose(
            entries ->
                entries.isEmpty()
                    ? response.end()
                    : response
                        .write(lines(entries))
                        .compose(sent -> send(response, entries.get(entries.size() - 1).number())));
  }

  private static String lines(List<Entry> entries) {
    return entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining());
  }

  private void verdict(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    audit
        .verify()
        .compose(verdict -> Replies.json(context, 200, json(verdict)))
        .onFailure(context::fail);
  }

  private static Map<String, Object> json(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("holds", verdict.broken().isEmpty());
    json.put("entries", verdict.entries());
    json.put("head", verdict.head());
    verdict.broken().ifPresent(how -> json.put("broken", how));
    return json;
  }
}
