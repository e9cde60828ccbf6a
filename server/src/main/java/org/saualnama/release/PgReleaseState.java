package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.saualnama.release.ReleaseState.Phase;
import org.saualnama.survey.ReleasePolicy;

/** Finds out in the database how things stand with a survey's releases. */
final class PgReleaseState {
  private static final String STATE =
      """
      SELECT s.state,
             coalesce(r.release, 0) AS release,
             coalesce(r.responses, 0) AS responses,
             NOT EXISTS (
               SELECT FROM release
               WHERE survey = s.survey AND opened_box
                 AND cut_at + make_interval(secs => $2) > now()
             ) AS rested,
             (SELECT max(release) FROM release
              WHERE survey = s.survey AND opened_box AND cut_at > now()) AS ahead
      FROM survey s
      LEFT JOIN LATERAL (
        SELECT release, responses FROM release
        WHERE survey = s.survey ORDER BY release DESC LIMIT 1
      ) r ON true
      WHERE s.survey = $1
      """;

  // No further than needed: millions may wait, and counting them all would be in intake's way.
  private static final String WAITING =
      """
      SELECT (SELECT count(*) FROM (SELECT FROM submission WHERE survey = $1 LIMIT $2) AS b),
             (SELECT count(*) FROM (SELECT FROM imported WHERE survey = $1 LIMIT $2) AS i)
      """;

  private PgReleaseState() {}

  static Future<ReleaseState> of(
      SqlConnection connection, String survey, ReleasePolicy policy, Rest rest) {
    return connection
        .preparedQuery(STATE)
        .execute(Tuple.of(survey, (double) policy.minInterval().toSeconds()))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new ReleaseState(
                  Phase.of(row.getString("state")),
                  row.getInteger("release"),
                  row.getLong("responses"),
                  row.getBoolean("rested") || isOver(row, survey, policy, rest));
            });
  }

  private static boolean isOver(Row row, String survey, ReleasePolicy policy, Rest rest) {
    Integer ahead = row.getInteger("ahead");
    return ahead != null && rest.isOver(survey, ahead, policy.minInterval());
  }

  /** Counts no further than {@code most}. */
  static Future<Waiting> waiting(SqlConnection connection, String survey, long most) {
    return connection
        .preparedQuery(WAITING)
        .execute(Tuple.of(survey, most))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Waiting(row.getLong(0), row.getLong(1));
            });
  }
}
