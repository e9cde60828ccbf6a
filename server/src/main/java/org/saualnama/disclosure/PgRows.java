package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.saualnama.postgres.Cursors;
import org.saualnama.release.PgPublication;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.release.Tallies;
import org.saualnama.secret.Secret;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.PgWeights;
import org.saualnama.weighting.Scheme;
import org.saualnama.weighting.StoredWeights;

/** Published rows in the database: written with the release that makes them, read by every node. */
public final class PgRows implements PgPublication {
  // A row stands until a newer one of its key, so the newest of each up to a release is what it
  // tells.
  private static final String OF_RELEASE =
      """
      SELECT DISTINCT ON (collector, item, domain) %s FROM published_figure
      WHERE survey = $1 AND release <= $2
      ORDER BY collector, item, domain, release DESC
      """
          .formatted(PgFigureColumns.NAMES);

  private static final String OF_WHOLE_SAMPLES =
      """
      SELECT %s, cut_at FROM published_figure JOIN release USING (survey, release)
      WHERE survey = $1 AND release <= $2 AND domain = '{}' ORDER BY release
      """
          .formatted(PgFigureColumns.NAMES);

  // Of every release ever, so no more than is needed of each, and never all at once.
  private static final String ALL =
      """
      SELECT %s FROM published_figure WHERE survey = $1 ORDER BY release, collector, item, domain
      """
          .formatted(PgFigureColumns.JUDGED);

  private static final String SINCE =
      """
      SELECT %s, cut_at FROM published_figure JOIN release USING (survey, release)
      WHERE survey = $1 AND release > $2 AND release <= $3 ORDER BY release
      """
          .formatted(PgFigureColumns.NAMES);

  private final Pool pool;
  private final PublishedReleases releases;
  private final Secret secret;

  public PgRows(Pool pool, PublishedReleases releases, Secret secret) {
    this.pool = pool;
    this.releases = releases;
    this.secret = secret;
  }

  @Override
  public Future<Void> publish(
      SqlConnection connection, SurveyVersion version, int release, Tallies tallies) {
    String survey = version.code();
    return told(connection, survey)
        .map(told -> fresh(version, release, told))
        .compose(
            fresh ->
                PgWeights.of(connection, survey, release, Scheme.CALIBRATED)
                    .map(weights -> rows(fresh, tallies, weights)))
        .map(rows -> rows.stream().map(row -> PgFigureColumns.tuple(survey, row)).toList())
        .compose(
            rows ->
                rows.isEmpty()
                    ? Future.succeededFuture()
                    : connection
                        .preparedQuery(PgFigureColumns.INSERT)
                        .executeBatch(rows)
                        .mapEmpty());
  }

  private FreshRows fresh(SurveyVersion version, int release, ToldRows told) {
    return new FreshRows(version, release, Noise.of(secret, version.code()), told);
  }

  private static Future<ToldRows> told(SqlConnection connection, String survey) {
    ToldRows told = new ToldRows();
    return connection
        .prepare(ALL)
        .compose(
            all ->
                Cursors.each(all.cursor(Tuple.of(survey)), row -> PgFigureColumns.judge(row, told)))
        .map(told);
  }

  private static List<RowVersion> versions(RowSet<Row> rows) {
    List<RowVersion> versions = new ArrayList<>();
    rows.forEach(row -> versions.add(PgFigureColumns.version(row)));
    return versions;
  }

  private static List<RowVersion> rows(
      FreshRows fresh, Tallies tallies, Map<String, StoredWeights> weights) {
    TreeSet<String> collectors = new TreeSet<>();
    tallies.byProfile().keySet().forEach(profile -> collectors.add(profile.collector().code()));
    return collectors.stream()
        .flatMap(
            collector ->
                fresh
                    .of(
                        collector,
                        tallies,
                        Optional.ofNullable(weights.get(collector))
                            .filter(stored -> stored.failed().isEmpty())
                            .map(StoredWeights::weights))
                    .stream())
        .toList();
  }

  /** Swaps in the survey's newest release if this node does not serve it yet. */
  public Future<Void> refresh(PublishedSurvey published) {
    String survey = published.latest().code();
    return new PgReleases(pool)
        .newest(survey)
        .compose(
            newest -> {
              if (newest.isEmpty()
                  || releases.newest(survey).filter(r -> r.is(newest.get())).isPresent()) {
                return Future.succeededFuture();
              }
              if (newest.get().withdrawn()) {
                releases.withdraw(survey);
                return Future.succeededFuture();
              }
              return load(published, newest.get());
            });
  }

  private Future<Void> load(PublishedSurvey published, Release release) {
    // A node that has not heard of this version yet says the newest it knows, until the next look.
    SurveyVersion version = published.version(release.version()).orElse(published.latest());
    int minBase = new DisclosureControl(version.survey()).minBase();
    return releases
        .newest(version.code())
        // Under another least base it may lack rows that a node which starts now would tell.
        .filter(served -> served.number() <= release.number() && served.minBase() == minBase)
        .map(served -> after(served, version.code(), release))
        .orElseGet(() -> of(version, release))
        .onSuccess(loaded -> releases.put(version.code(), loaded))
        .mapEmpty();
  }

  /** What is new since the one this node serves: all rows of all releases take ever longer. */
  private Future<PublishedRelease> after(PublishedRelease served, String survey, Release release) {
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(survey, served.number(), release.number()))
        .map(rows -> served.followedBy(release, versions(rows), history(rows, served.minBase())));
  }

  /**
   * A release as it was published, the newest or a past one: from the database, where all are kept.
   *
   * @param version whose rules it followed
   */
  public Future<PublishedRelease> of(SurveyVersion version, Release release) {
    int minBase = new DisclosureControl(version.survey()).minBase();
    Tuple which = Tuple.of(version.code(), release.number());
    return pool.preparedQuery(OF_RELEASE)
        .execute(which)
        .compose(
            rows ->
                pool.preparedQuery(OF_WHOLE_SAMPLES)
                    .execute(which)
                    .map(
                        past ->
                            new PublishedRelease(
                                release, minBase, told(rows, minBase), history(past, minBase))));
  }

  /** An author may have raised the least base since a row was made. */
  private static List<ProtectedRow> told(RowSet<Row> found, int minBase) {
    return versions(found).stream()
        .map(RowVersion::row)
        .filter(row -> row.base() >= minBase)
        .toList();
  }

  private static List<PastRow> history(RowSet<Row> found, int minBase) {
    List<PastRow> history = new ArrayList<>();
    for (Row row : found) {
      ProtectedRow told = PgFigureColumns.version(row).row();
      if (told.key().domain().isEmpty() && told.base() >= minBase) {
        history.add(new PastRow(row.getOffsetDateTime("cut_at").toLocalDate(), told));
      }
    }
    return history;
  }
}
