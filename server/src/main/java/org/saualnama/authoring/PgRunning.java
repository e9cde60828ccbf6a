package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.postgres.PgNews;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.release.PgReleases;
import org.saualnama.survey.Text;

/**
 * What authors do to a published survey. UPDATE waits for the batches that hold the survey FOR
 * SHARE, so that nothing acknowledged is stranded, and every node is told.
 */
public final class PgRunning {
  private static final String FOUND = "SELECT state FROM survey WHERE survey = $1";

  private static final String PAUSE =
      """
      UPDATE survey SET state = 'paused'
      WHERE survey = $1 AND state = 'open' AND (closes IS NULL OR closes > now())
      """;

  private static final String RESUME =
      "UPDATE survey SET state = 'open' WHERE survey = $1 AND state = 'paused'";

  private static final String CLOSE =
      """
      UPDATE survey SET state = 'closing' WHERE survey = $1 AND state IN ('open', 'paused')
      """;

  private static final String SCHEDULE =
      """
      UPDATE survey SET closes = $2
      WHERE survey = $1 AND state IN ('open', 'paused') AND (closes IS NULL OR closes > now())
        AND ($2::timestamptz IS NULL OR ($2 > now() AND $2 < '9999-12-31Z'))
      """;

  private final Pool pool;
  private final PgAudit audit;

  public PgRunning(Pool pool, PgAudit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /** Takes no submissions until it is resumed; fails with a {@link Refusal} if it is not open. */
  public Future<Void> pause(String survey, String who) {
    AuditEntry entry = new AuditEntry(who, "survey.pause", Optional.of(survey), Map.of());
    return change(PAUSE, Tuple.of(survey), entry, "Only an open survey can be paused.");
  }

  /** Takes submissions again; fails with a {@link Refusal} if it is not paused. */
  public Future<Void> resume(String survey, String who) {
    AuditEntry entry = new AuditEntry(who, "survey.resume", Optional.of(survey), Map.of());
    return change(RESUME, Tuple.of(survey), entry, "Only a paused survey can be resumed.");
  }

  /** Ends it for good; its last release follows. */
  public Future<Void> close(String survey, String who) {
    AuditEntry entry = new AuditEntry(who, "survey.close", Optional.of(survey), Map.of());
    return change(CLOSE, Tuple.of(survey), entry, "It has ended already.");
  }

  /** Ends it at {@code end}, or keeps it open until somebody closes it. */
  public Future<Void> schedule(String survey, Optional<OffsetDateTime> end, String who) {
    Map<String, Object> detail = Json.object("closes", end.map(Object::toString).orElse("never"));
    AuditEntry entry = new AuditEntry(who, "survey.schedule", Optional.of(survey), detail);
    return change(
        SCHEDULE,
        Tuple.of(survey, end.orElse(null)),
        entry,
        "Only the end of a survey that still runs can be set, and only to a time to come, before the year 9999"
            + " ends.");
  }

  /** Adds to a release what turned out to be wrong with it; for good. */
  public Future<Void> correct(String survey, int release, Text text, String who) {
    Map<String, Object> detail = Json.object("release", release, "text", text.byLanguage());
    AuditEntry entry = new AuditEntry(who, "release.erratum", Optional.of(survey), detail);
    return pool.withTransaction(
        transaction ->
            PgReleases.add(transaction, survey, release, text)
                .compose(
                    added ->
                        added
                            ? audit.append(transaction, entry)
                            : Future.failedFuture(
                                new Refusal(Reason.NOT_FOUND, "There is no such release."))));
  }

  private Future<Void> change(String sql, Tuple parameters, AuditEntry entry, String otherwise) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(sql)
                .execute(parameters)
                .compose(
                    rows ->
                        rows.rowCount() == 0
                            ? refuse(transaction, entry.survey().orElseThrow(), otherwise)
                            : audit.append(transaction, entry))
                .compose(done -> PgNews.tell(transaction)));
  }

  private static Future<Void> refuse(SqlConnection transaction, String survey, String otherwise) {
    return transaction
        .preparedQuery(FOUND)
        .execute(Tuple.of(survey))
        .compose(
            rows ->
                Future.failedFuture(
                    rows.size() == 0
                        ? new Refusal(Reason.NOT_FOUND, "There is no such published survey.")
                        : new Refusal(Reason.CONFLICT, otherwise)));
  }
}
