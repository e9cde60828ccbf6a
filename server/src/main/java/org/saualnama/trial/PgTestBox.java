package org.saualnama.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.submission.Randomisation;
import org.saualnama.submission.Submission;

/** The test box: no part of the ballot box, and no way leads from one to the other. */
public final class PgTestBox {
  /** So many for each survey: a link must not fill the disk. */
  static final int ROOM = 1_000;

  private static final String PUT =
      """
      INSERT INTO test_submission (survey, draft, number, content)
      SELECT $1, $2, $3, $4
      WHERE (SELECT count(*) FROM test_submission WHERE survey = $1) < $5
      """;

  private static final String ALL =
      """
      SELECT draft, number, content FROM test_submission WHERE survey = $1
      ORDER BY draft, number, content
      """;

  private static final String EMPTY = "DELETE FROM test_submission WHERE survey = $1";

  private final Pool pool;
  private final PgAudit audit;

  public PgTestBox(Pool pool, PgAudit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /**
   * Keeps what would be kept of a submission that counts, for so the form says; if the box is full,
   * it fails with a {@link Refusal}.
   */
  Future<Void> put(Trial trial, Submission submission) {
    byte[] content = Json.write(TestSubmission.content(Randomisation.of(submission)));
    return pool.preparedQuery(PUT)
        .execute(
            Tuple.of(
                trial.survey(),
                trial.draft(),
                trial.number(),
                new String(content, StandardCharsets.UTF_8),
                ROOM))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new Refusal(Reason.TOO_MANY, "The test box is full: empty it first.");
              }
              return null;
            });
  }

  /** All that lies in a survey's box. */
  Future<List<TestSubmission>> all(String survey) {
    return pool.preparedQuery(ALL).execute(Tuple.of(survey)).map(PgTestBox::read);
  }

  /** Empties a survey's box for good. */
  Future<Void> empty(String survey, String who) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(EMPTY)
                .execute(Tuple.of(survey))
                .compose(
                    rows ->
                        rows.rowCount() == 0
                            ? Future.succeededFuture()
                            : audit.append(transaction, emptied(survey, who, rows.rowCount()))));
  }

  private static AuditEntry emptied(String survey, String who, int submissions) {
    Map<String, Object> detail = Map.of("submissions", submissions);
    return new AuditEntry(who, "test_box.empty", Optional.of(survey), detail);
  }

  private static List<TestSubmission> read(RowSet<Row> rows) {
    List<TestSubmission> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(
          new TestSubmission(
              row.getBoolean("draft"),
              row.getInteger("number"),
              content(row.getString("content"))));
    }
    return all;
  }

  private static JsonNode content(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
