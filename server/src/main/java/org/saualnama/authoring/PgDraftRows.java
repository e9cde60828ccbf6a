package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.Definitions;

/** The statements of {@link PgDrafts}, each in a transaction of its caller. */
final class PgDraftRows {
  /** What has been published and changed by nobody here. */
  private static final String SERVER = "server";

  static final String ALL =
      """
      SELECT survey, revision, definition, d.changed_by, d.changed_at,
             EXISTS (SELECT FROM draft_revision r
                     WHERE r.survey = d.survey AND r.revision < d.revision) AS undoable,
             EXISTS (SELECT FROM draft_revision r
                     WHERE r.survey = d.survey AND r.revision > d.revision) AS redoable
      FROM draft d JOIN draft_revision USING (survey, revision)
      ORDER BY survey
      """;

  private static final String ONE = ALL.replace("ORDER BY survey", "WHERE survey = $1");

  private static final String LOCK = "SELECT FROM draft WHERE survey = $1 FOR UPDATE";

  private static final String PUBLISHED =
      """
      SELECT definition FROM survey_version WHERE survey = $1 ORDER BY version DESC LIMIT 1
      """;

  private static final String TAKEN = "SELECT FROM survey WHERE lower(survey) = lower($1)";

  private static final String FOUND =
      """
      INSERT INTO draft (survey, revision, newest, changed_by) VALUES ($1, $2, $2, $3)
      ON CONFLICT DO NOTHING
      """;

  private static final String AUTHORS =
      """
      SELECT changed_by FROM draft WHERE survey = $1
      UNION SELECT changed_by FROM draft_revision WHERE survey = $1 AND revision > $2
      ORDER BY changed_by
      """;

  private PgDraftRows() {}

  static Future<Optional<Draft>> find(SqlConnection connection, String survey) {
    return connection
        .preparedQuery(ONE)
        .execute(Tuple.of(survey))
        .compose(
            rows ->
                rows.size() == 0
                    ? published(connection, survey)
                    : Future.succeededFuture(Optional.of(draft(rows.iterator().next()))));
  }

  private static Future<Optional<Draft>> published(SqlConnection connection, String survey) {
    return connection
        .preparedQuery(PUBLISHED)
        .execute(Tuple.of(survey))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(published(survey, rows.iterator().next().getString(0))));
  }

  private static Draft published(String survey, String json) {
    String yaml = DefinitionYaml.text(Definitions.tree(json));
    return new Draft(survey, 0, yaml, SERVER, Optional.empty(), false, false);
  }

  static Draft draft(Row row) {
    int revision = row.getInteger("revision");
    return new Draft(
        row.getString("survey"),
        revision,
        row.getString("definition"),
        row.getString("changed_by"),
        Optional.of(row.getOffsetDateTime("changed_at")).filter(at -> revision > 0),
        row.getBoolean("undoable"),
        row.getBoolean("redoable"));
  }

  /** The draft, which nobody else can change until the transaction ends. */
  static Future<Draft> lock(SqlConnection transaction, String survey) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(survey))
        .compose(rows -> rows.size() == 0 ? begin(transaction, survey) : Future.succeededFuture())
        .compose(there -> find(transaction, survey))
        .map(Optional::orElseThrow);
  }

  /** What is published becomes revision 0, so that the first change can be undone as well. */
  private static Future<Void> begin(SqlConnection transaction, String survey) {
    return find(transaction, survey)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.failedFuture(new Refusal(Reason.NOT_FOUND, "There is no such survey."))
                    : insert(transaction, found.get(), SERVER))
        .compose(begun -> transaction.preparedQuery(LOCK).execute(Tuple.of(survey)))
        .mapEmpty();
  }

  /** A draft that is not there yet, or nothing. */
  private static Future<Boolean> insert(SqlConnection transaction, Draft draft, String who) {
    return transaction
        .preparedQuery(FOUND)
        .execute(Tuple.of(draft.survey(), draft.revision(), who))
        .compose(
            rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(false)
                    : PgRevisions.save(
                            transaction, draft.survey(), draft.revision(), draft.definition(), who)
                        .map(true));
  }

  /** The first revision of a survey that is nowhere yet. */
  static Future<Draft> found(
      SqlConnection transaction, String survey, String definition, String who) {
    Draft first = new Draft(survey, 1, definition, who, Optional.empty(), false, false);
    return transaction
        .preparedQuery(TAKEN)
        .execute(Tuple.of(survey))
        .compose(
            taken ->
                taken.size() == 0 ? insert(transaction, first, who) : Future.succeededFuture(false))
        .compose(
            inserted ->
                inserted
                    ? find(transaction, survey).map(Optional::orElseThrow)
                    : Future.failedFuture(
                        Refusal.conflict(
                            "survey",
                            "code_taken",
                            "There is a survey '" + survey + "' already. Choose another code.")));
  }

  /** Fails with a {@link Refusal} that tells what has changed since the author looked. */
  static Future<Draft> expect(SqlConnection transaction, Draft draft, int expected) {
    if (draft.revision() == expected) {
      return Future.succeededFuture(draft);
    }
    return PgRevisions.definition(transaction, draft.survey(), expected)
        .compose(
            seen ->
                transaction
                    .preparedQuery(AUTHORS)
                    .execute(Tuple.of(draft.survey(), expected))
                    .compose(
                        rows -> {
                          List<String> authors = new ArrayList<>();
                          rows.forEach(row -> authors.add(row.getString(0)));
                          return Future.failedFuture(Meanwhile.changed(draft, seen, authors));
                        }));
  }
}
