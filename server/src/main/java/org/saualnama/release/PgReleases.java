package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The releases that a survey has had. */
public final class PgReleases {
  private static final String SELECT =
      """
      SELECT release, version, cut_at, responses FROM release WHERE survey = $1 ORDER BY release
      """;

  private final Pool pool;

  public PgReleases(Pool pool) {
    this.pool = pool;
  }

  /** Oldest first. */
  public Future<List<Release>> of(String survey) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(survey))
        .map(
            rows -> {
              List<Release> releases = new ArrayList<>();
              rows.forEach(
                  row ->
                      releases.add(
                          new Release(
                              row.getInteger("release"),
                              row.getInteger("version"),
                              row.getOffsetDateTime("cut_at"),
                              row.getLong("responses"))));
              return releases;
            });
  }
}
