package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saualnama.release.PgPublication;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.release.Tallies;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;

/** Published rows in the database: written with their release, read by every node. */
public final class PgRows implements PgPublication {
  private static final String INSERT =
      """
      INSERT INTO published_row (survey, release, collector, item, domain, base, shares)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  private static final String SELECT =
      """
      SELECT collector, item, domain, base, shares FROM published_row
      WHERE survey = $1 AND release = $2
      """;

  private final Pool pool;
  private final PublishedReleases releases;

  public PgRows(Pool pool, PublishedReleases releases) {
    this.pool = pool;
    this.releases = releases;
  }

  @Override
  public Future<Void> publish(
      SqlConnection connection, SurveyVersion version, int release, Tallies tallies) {
    List<Tuple> rows =
        new Lattice(version, tallies)
            .rows().stream().map(row -> tuple(version.code(), release, row)).toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
  }

  private static Tuple tuple(String survey, int release, ProtectedRow row) {
    return Tuple.tuple()
        .addValue(survey)
        .addValue(release)
        .addValue(row.key().collector())
        .addValue(row.key().item())
        .addValue(row.key().domain().toArray(String[]::new))
        .addValue(row.base())
        .addValue(row.shares().stream().map(Integer::shortValue).toArray(Short[]::new));
  }

  /** Swaps in the survey's newest release if this node does not serve it yet. */
  public Future<Void> refresh(PublishedSurvey published) {
    String survey = published.latest().code();
    return new PgReleases(pool)
        .newest(survey)
        .compose(
            newest ->
                newest.isEmpty()
                        || releases.newest(survey).filter(r -> r.is(newest.get())).isPresent()
                    ? Future.succeededFuture()
                    : load(published, newest.get()));
  }

  private Future<Void> load(PublishedSurvey published, Release release) {
    String survey = published.latest().code();
    // A node that has not heard of this version yet says the newest it knows, until the next look.
    SurveyVersion version = published.version(release.version()).orElse(published.latest());
    int minBase = new DisclosureControl(version.survey()).minBase();
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(survey, release.number()))
        .map(
            found -> {
              List<ProtectedRow> rows = new ArrayList<>();
              found.forEach(row -> rows.add(protectedRow(row)));
              releases.put(survey, new PublishedRelease(release, minBase, rows));
              return null;
            });
  }

  private static ProtectedRow protectedRow(Row row) {
    return new ProtectedRow(
        new RowKey(
            row.getString("collector"),
            row.getString("item"),
            List.of(row.getArrayOfStrings("domain"))),
        row.getInteger("base"),
        Arrays.stream(row.getArrayOfShorts("shares")).map(Short::intValue).toList());
  }
}
