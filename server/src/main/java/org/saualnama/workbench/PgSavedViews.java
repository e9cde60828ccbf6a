package org.saualnama.workbench;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.saualnama.refusal.Refusal;

/** The views that an account keeps, each under a name of its own. */
public final class PgSavedViews {
  private static final int MOST = 100;

  private static final String LIST =
      """
      SELECT name, query, exact FROM saved_view
      WHERE account = $1 AND survey = $2 ORDER BY lower(name), name
      """;

  private static final String SAVE =
      """
      INSERT INTO saved_view (account, survey, name, query, exact)
      SELECT $1, $2, $3, $4, $5
      WHERE (SELECT count(*) FROM saved_view
             WHERE account = $1 AND survey = $2 AND name <> $3) < $6
      ON CONFLICT (account, survey, name) DO UPDATE SET query = $4, exact = $5
      """;

  private static final String DELETE =
      "DELETE FROM saved_view WHERE account = $1 AND survey = $2 AND name = $3";

  private final Pool pool;

  public PgSavedViews(Pool pool) {
    this.pool = pool;
  }

  /** All of a survey, by name. */
  Future<List<SavedView>> of(UUID account, String survey) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(account, survey))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(
                        row ->
                            new SavedView(
                                row.getString("name"),
                                row.getString("query"),
                                row.getBoolean("exact")))
                    .toList());
  }

  /**
   * Keeps a view in place of what had its name.
   *
   * @return fails with a {@link Refusal} (malformed) if there are too many
   */
  Future<Void> save(UUID account, String survey, SavedView view) {
    return pool.preparedQuery(SAVE)
        .execute(Tuple.of(account, survey, view.name(), view.query(), view.exact(), MOST))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Refusal.malformed(
                    "name", "too_many_views", "Remove a saved view first: 100 are kept.");
              }
              return null;
            });
  }

  Future<Void> delete(UUID account, String survey, String name) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(account, survey, name)).mapEmpty();
  }
}
