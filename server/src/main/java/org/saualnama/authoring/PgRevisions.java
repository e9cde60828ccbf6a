package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The kept revisions of a draft, in a transaction that has locked it. */
final class PgRevisions {
  private static final String SAVE =
      """
      INSERT INTO draft_revision (survey, revision, definition, changed_by)
      VALUES ($1, $2, $3, $4)
      """;

  private static final String FORGET_UNDONE =
      "DELETE FROM draft_revision WHERE survey = $1 AND revision > $2";

  private static final String NEXT =
      """
      UPDATE draft SET newest = newest + 1, revision = newest + 1, changed_by = $2,
                       changed_at = now()
      WHERE survey = $1 RETURNING revision
      """;

  private static final String PRUNE =
      """
      DELETE FROM draft_revision WHERE survey = $1 AND revision <= (
        SELECT revision FROM draft_revision WHERE survey = $1
        ORDER BY revision DESC OFFSET $2 LIMIT 1)
      """;

  static final String BACK =
      """
      UPDATE draft d SET changed_by = $2, changed_at = now(), revision = (
        SELECT max(r.revision) FROM draft_revision r
        WHERE r.survey = d.survey AND r.revision < d.revision)
      WHERE survey = $1
      """;

  static final String FORWARD =
      BACK.replace("max(", "min(").replace("< d.revision", "> d.revision");

  private static final String REVISION =
      "SELECT definition FROM draft_revision WHERE survey = $1 AND revision = $2";

  private PgRevisions() {}

  static Future<Void> save(
      SqlConnection transaction, String survey, int revision, String definition, String who) {
    return transaction
        .preparedQuery(SAVE)
        .execute(Tuple.of(survey, revision, definition, who))
        .mapEmpty();
  }

  /** The next revision; what was undone before it is gone, and so is what is too old. */
  static Future<Void> add(SqlConnection transaction, Draft draft, String definition, String who) {
    String survey = draft.survey();
    return transaction
        .preparedQuery(FORGET_UNDONE)
        .execute(Tuple.of(survey, draft.revision()))
        .compose(done -> transaction.preparedQuery(NEXT).execute(Tuple.of(survey, who)))
        .compose(
            rows ->
                save(transaction, survey, rows.iterator().next().getInteger(0), definition, who))
        .compose(done -> transaction.preparedQuery(PRUNE).execute(Tuple.of(survey, PgDrafts.KEPT)))
        .mapEmpty();
  }

  /**
   * Moves along the revisions.
   *
   * @param direction {@link #BACK} or {@link #FORWARD}
   */
  static Future<Void> step(SqlConnection transaction, String direction, String survey, String who) {
    return transaction.preparedQuery(direction).execute(Tuple.of(survey, who)).mapEmpty();
  }

  /** What a revision said, if it is still kept. */
  static Future<Optional<String>> definition(
      SqlConnection connection, String survey, int revision) {
    return connection
        .preparedQuery(REVISION)
        .execute(Tuple.of(survey, revision))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString(0)));
  }
}
