package org.saualnama.weighting;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saualnama.release.PgPublication;
import org.saualnama.release.Tallies;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.ClashingMargins.Miss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weights in the database: written with their release by collector and scheme, and never changed.
 * None are stored for a survey that says nothing of weighting.
 */
public final class PgWeights implements PgPublication {
  private static final Logger LOG = LoggerFactory.getLogger(PgWeights.class);

  /** What is stored; NONE needs no storing. */
  static final List<Scheme> SCHEMES = List.of(Scheme.RAKED, Scheme.CALIBRATED, Scheme.TRIMMED);

  private static final String INSERT =
      """
      INSERT INTO release_weighting (survey, release, collector, scheme, weights, report)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;

  private static final String SELECT =
      """
      SELECT weights, report FROM release_weighting
      WHERE survey = $1 AND release = $2 AND collector = $3 AND scheme = $4
      """;

  private static final String OF_RELEASE =
      """
      SELECT collector, weights, report FROM release_weighting
      WHERE survey = $1 AND release = $2 AND scheme = $3 ORDER BY collector
      """;

  private static final String RESPONDENTS =
      """
      SELECT release, (report ->> 'respondents')::bigint AS respondents FROM release_weighting
      WHERE survey = $1 AND collector = $2 AND scheme = $3
      """;

  private static final String FAILED =
      """
      SELECT collector, scheme, report ->> 'failed' AS failed FROM release_weighting
      WHERE survey = $1 AND weights IS NULL
        AND release = (SELECT max(release) FROM release WHERE survey = $1)
      ORDER BY collector, scheme
      """;

  /** The form in which the rest of {@link StoredWeights} lies in the database. */
  private record Stored(
      long respondents, WeightingReport report, String failed, List<Miss> misses) {}

  private final Pool pool;

  public PgWeights(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> publish(
      SqlConnection connection, SurveyVersion version, int release, Tallies tallies) {
    if (version.survey().weighting() == null) {
      return Future.succeededFuture();
    }
    List<Tuple> rows = new ArrayList<>();
    Respondents.byCollector(version, tallies)
        .forEach(
            (collector, respondents) -> {
              for (Scheme scheme : SCHEMES) {
                StoredWeights weights = StoredWeights.of(respondents, scheme);
                warn(version.code(), release, collector, scheme, weights);
                rows.add(tuple(version.code(), release, collector, scheme, weights));
              }
            });
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
  }

  // No category either: a log goes further than the studio, and categories are answers.
  private static void warn(
      String survey, int release, Collector collector, Scheme scheme, StoredWeights weights) {
    if (weights.failed().isPresent()) {
      LOG.warn(
          "release {} of {} has no {} weights for {}: the survey's page in the studio says why",
          release,
          survey,
          scheme.code(),
          collector.code());
    }
  }

  private static Tuple tuple(
      String survey, int release, Collector collector, Scheme scheme, StoredWeights weights) {
    Stored stored =
        new Stored(
            weights.respondents(),
            weights.report().orElse(null),
            weights.failed().orElse(null),
            weights.misses());
    return Tuple.tuple()
        .addValue(survey)
        .addValue(release)
        .addValue(collector.code())
        .addValue(scheme.code())
        .addValue(
            weights.failed().isPresent()
                ? null
                : Arrays.stream(weights.weights()).boxed().toArray(Double[]::new))
        .addValue(JsonObject.mapFrom(stored));
  }

  /** The weights of one collector; empty where none are stored. */
  public Future<Optional<StoredWeights>> of(
      String survey, int release, String collector, Scheme scheme) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(survey, release, collector, scheme.code()))
        .map(RowSet::stream)
        .map(rows -> rows.map(PgWeights::weights).findFirst());
  }

  /** The weights of all collectors of a release, by the collector's name. */
  public Future<Map<String, StoredWeights>> of(String survey, int release, Scheme scheme) {
    return of(pool, survey, release, scheme);
  }

  /** The same as {@code client} sees it, which may be a transaction that has just written them. */
  public static Future<Map<String, StoredWeights>> of(
      SqlClient client, String survey, int release, Scheme scheme) {
    return client
        .preparedQuery(OF_RELEASE)
        .execute(Tuple.of(survey, release, scheme.code()))
        .map(
            rows -> {
              Map<String, StoredWeights> weights = new LinkedHashMap<>();
              rows.forEach(row -> weights.put(row.getString("collector"), weights(row)));
              return weights;
            });
  }

  /** How many a collector had at each release that weights of it are stored for; exact. */
  public Future<Map<Integer, Long>> respondents(String survey, String collector, Scheme scheme) {
    return pool.preparedQuery(RESPONDENTS)
        .execute(Tuple.of(survey, collector, scheme.code()))
        .map(
            rows -> {
              Map<Integer, Long> respondents = new TreeMap<>();
              rows.forEach(
                  row -> respondents.put(row.getInteger("release"), row.getLong("respondents")));
              return respondents;
            });
  }

  /** What could not be weighted in the survey's newest release. */
  public Future<List<WeighingFailure>> failures(String survey) {
    return pool.preparedQuery(FAILED)
        .execute(Tuple.of(survey))
        .map(rows -> rows.stream().map(PgWeights::failure).toList());
  }

  private static WeighingFailure failure(Row row) {
    return new WeighingFailure(
        Collector.of(row.getString("collector")),
        Scheme.of(row.getString("scheme")).orElseThrow(),
        row.getString("failed"));
  }

  private static StoredWeights weights(Row row) {
    Double[] weights = row.getArrayOfDoubles("weights");
    Stored stored = row.getJsonObject("report").mapTo(Stored.class);
    return new StoredWeights(
        weights == null
            ? new double[0]
            : Arrays.stream(weights).mapToDouble(Double::doubleValue).toArray(),
        stored.respondents(),
        Optional.ofNullable(stored.report()),
        Optional.ofNullable(stored.failed()),
        stored.misses());
  }
}
