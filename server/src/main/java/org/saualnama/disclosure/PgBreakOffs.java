package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.saualnama.submission.Reached;
import org.saualnama.submission.Reached.Place;
import org.saualnama.survey.PublishedSurvey;

/** Adds up how far respondents came at all nodes: with a release, never in between. */
public final class PgBreakOffs {
  private static final String ADD =
      """
      INSERT INTO break_off (survey, release, version, place, reached)
      SELECT $1, $2, version, place, reached
      FROM unnest($3::integer[], $4::integer[], $5::bigint[]) AS counted (version, place, reached)
      ON CONFLICT (survey, release, version, place)
        DO UPDATE SET reached = break_off.reached + excluded.reached
      """;

  private static final String OF =
      """
      SELECT release, version, place, reached FROM break_off
      WHERE survey = $1 ORDER BY release, version, place
      """;

  private final Pool pool;
  private final Reached here;
  private final PublishedReleases releases;
  private final Map<String, Integer> settled = new ConcurrentHashMap<>();

  public PgBreakOffs(Pool pool, Reached here, PublishedReleases releases) {
    this.pool = pool;
    this.here = here;
    this.releases = releases;
  }

  /** Adds what this node has counted to the newest release, once after it has heard of it. */
  Future<Void> settle(String survey) {
    int newest = releases.newest(survey).map(PublishedRelease::number).orElse(0);
    if (newest <= settled.getOrDefault(survey, 0)) {
      return Future.succeededFuture();
    }
    Map<Place, Long> taken = here.take(survey);
    return (taken.isEmpty() ? Future.<Void>succeededFuture() : add(survey, newest, taken))
        .onSuccess(done -> settled.merge(survey, newest, Math::max));
  }

  private Future<Void> add(String survey, int release, Map<Place, Long> taken) {
    return pool.getConnection()
        .onFailure(failure -> here.putBack(survey, taken))
        .compose(
            connection ->
                add(connection, tuple(survey, release, taken))
                    .onFailure(
                        failure -> {
                          // A word from the database: nothing was added. Where the line broke it
                          // may
                          // have been, and a count may be lost, but not doubled.
                          if (failure instanceof PgException) {
                            here.putBack(survey, taken);
                          }
                        })
                    .eventually(connection::close));
  }

  private static Future<Void> add(SqlConnection connection, Tuple counts) {
    return connection.preparedQuery(ADD).execute(counts).mapEmpty();
  }

  private static Tuple tuple(String survey, int release, Map<Place, Long> taken) {
    // In order, or two nodes could wait for each other.
    List<Place> places =
        taken.keySet().stream()
            .sorted(Comparator.comparing(Place::version).thenComparing(Place::place))
            .toList();
    return Tuple.tuple()
        .addValue(survey)
        .addValue(release)
        .addValue(places.stream().map(Place::version).toArray(Integer[]::new))
        .addValue(places.stream().map(Place::place).toArray(Integer[]::new))
        .addValue(places.stream().map(taken::get).toArray(Long[]::new));
  }

  /** What may be told of each release, oldest first. */
  public Future<List<BreakOffs>> of(PublishedSurvey survey) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(survey.latest().code()))
        .map(rows -> told(survey, rows));
  }

  private static List<BreakOffs> told(PublishedSurvey survey, RowSet<Row> rows) {
    Map<Integer, Map<Integer, Map<Integer, Long>>> counts = new TreeMap<>();
    for (Row row : rows) {
      counts
          .computeIfAbsent(row.getInteger("release"), release -> new TreeMap<>())
          .computeIfAbsent(row.getInteger("version"), version -> new TreeMap<>())
          .put(row.getInteger("place"), row.getLong("reached"));
    }
    List<BreakOffs> told = new ArrayList<>();
    counts.forEach(
        (release, versions) ->
            versions.forEach(
                (number, reached) ->
                    survey
                        .version(number)
                        .flatMap(version -> BreakOffs.of(release, version, reached))
                        .ifPresent(told::add)));
    return told;
  }
}
