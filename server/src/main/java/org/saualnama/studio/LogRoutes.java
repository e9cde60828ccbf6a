package org.saualnama.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.saualnama.access.Access;
import org.saualnama.access.Role;
import org.saualnama.audit.AuditLine;
import org.saualnama.audit.Entry;
import org.saualnama.audit.PgAudit;
import org.saualnama.audit.Verdict;
import org.saualnama.http.Doors;

/** {@code /studio/audit}: the audit log to look through, and the verdict on its chain. */
public final class LogRoutes {
  private static final int PAGE = 50;

  private final StudioPage pages;
  private final PgAudit audit;

  public LogRoutes(StudioPage pages, PgAudit audit) {
    this.pages = pages;
    this.audit = audit;
  }

  public void mount(Doors doors) {
    doors.get("/studio/audit", Access.of(Role.ADMIN)).handler(this::page);
    doors.get("/studio/audit/verdict", Access.of(Role.ADMIN)).handler(this::verify);
  }

  private void page(RoutingContext context) {
    show(context, Optional.empty()).onFailure(context::fail);
  }

  private void verify(RoutingContext context) {
    audit.verify().compose(verdict -> show(context, Optional.of(verdict))).onFailure(context::fail);
  }

  private Future<Void> show(RoutingContext context, Optional<Verdict> verdict) {
    String survey = query(context, "survey").orElse("");
    long before =
        query(context, "before")
            .filter(number -> number.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    return audit
        .before(before, PAGE, Optional.of(survey).filter(code -> !code.isEmpty()))
        .compose(
            entries ->
                pages.show(
                    context,
                    200,
                    Log.TEMPLATE,
                    new Log(
                        pages.frame(context, "studio.audit"),
                        entries.stream().map(AuditLine::of).toList(),
                        survey,
                        older(entries),
                        verdict)));
  }

  private static OptionalLong older(List<Entry> entries) {
    return entries.size() < PAGE
        ? OptionalLong.empty()
        : OptionalLong.of(entries.get(PAGE - 1).number());
  }

  private static Optional<String> query(RoutingContext context, String name) {
    return context.queryParam(name).stream().findFirst().map(String::strip);
  }
}
