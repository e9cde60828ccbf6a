package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.Definitions;
import org.saualnama.survey.Difference;
import org.saualnama.survey.PgPublishing;
import org.saualnama.survey.Reading;
import org.saualnama.survey.Survey;

/** Publishes drafts, and finds what was published. */
public final class PgVersions {
  private static final String ALL =
      """
      SELECT version, definition, from_file, published_by, published_at
      FROM survey_version WHERE survey = $1 ORDER BY version
      """;

  private static final String OVER =
      "SELECT FROM survey WHERE survey = $1 AND state IN ('closing', 'closed')";

  private final Pool pool;
  private final PgAudit audit;

  public PgVersions(Pool pool, PgAudit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /** Oldest first; none for a survey that is not published. */
  public Future<List<Version>> of(String survey) {
    return pool.preparedQuery(ALL)
        .execute(Tuple.of(survey))
        .map(
            rows -> {
              List<Version> versions = new ArrayList<>();
              rows.forEach(row -> versions.add(version(row)));
              return versions;
            });
  }

  private static Version version(Row row) {
    return new Version(
        row.getInteger("version"),
        row.getString("published_by"),
        Optional.ofNullable(row.getOffsetDateTime("published_at")),
        row.getBoolean("from_file"),
        row.getString("definition"));
  }

  /**
   * Publishes a draft that is still at {@code expected}.
   *
   * @param reading what the draft says at that revision, checked
   * @return the number of the new version; fails with a {@link Refusal} that says why not
   */
  public Future<Integer> publish(String survey, int expected, Reading reading, String who) {
    if (!reading.problems().isEmpty()) {
      return Future.failedFuture(DraftCheck.refusal(reading.problems()));
    }
    // Whoever got here has been let in for this survey and for no other.
    if (!reading.survey().orElseThrow().code().equals(survey)) {
      return Future.failedFuture(Recoding.otherCode(survey));
    }
    return pool.withTransaction(
        transaction ->
            PgDraftRows.lock(transaction, survey)
                .compose(draft -> PgDraftRows.expect(transaction, draft, expected))
                .compose(draft -> refuseIfOver(transaction, survey))
                .compose(running -> PgPublishing.draft(transaction, reading, who))
                .compose(outcome -> published(transaction, outcome, reading, who)));
  }

  private static Future<Void> refuseIfOver(SqlConnection transaction, String survey) {
    return transaction
        .preparedQuery(OVER)
        .execute(Tuple.of(survey))
        .compose(
            over ->
                over.size() == 0
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new Refusal(
                            Reason.CONFLICT,
                            "The survey is closed for good. Duplicate it to ask again.")));
  }

  private Future<Integer> published(
      SqlConnection transaction, PgPublishing.Outcome outcome, Reading reading, String who) {
    if (!outcome.problems().isEmpty()) {
      return Future.failedFuture(DraftCheck.refusal(outcome.problems()));
    }
    if (!outcome.added()) {
      return Future.failedFuture(
          new Refusal(
              Reason.CONFLICT, "The draft says what version " + outcome.version() + " says."));
    }
    Survey survey = reading.survey().orElseThrow();
    Map<String, Object> detail = Json.object("version", outcome.version());
    outcome.before().ifPresent(before -> detail.put("difference", difference(before, survey)));
    return audit
        .append(
            transaction, new AuditEntry(who, "survey.publish", Optional.of(survey.code()), detail))
        .map(outcome.version());
  }

  private static List<Difference.Change> difference(Survey before, Survey after) {
    return Difference.between(
        Definitions.tree(Definitions.json(before)), Definitions.tree(Definitions.json(after)));
  }
}
