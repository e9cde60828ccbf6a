package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.saualnama.postgres.Cursors;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;

/** Tallies in the database: what each release added, one row per profile. */
public final class PgTallies {
  private static final String INSERT =
      """
      INSERT INTO tally (survey, release, profile, respondents, answered, key_sums, chosen)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  private static final String SELECT =
      """
      SELECT collector, segments, items, cells, respondents, answered, key_sums, chosen
      FROM tally JOIN release USING (survey, release) JOIN profile USING (survey, profile)
      WHERE survey = $1 AND release <= $2
      ORDER BY profile
      """;

  private PgTallies() {}

  static Future<Void> insert(
      SqlConnection connection,
      String survey,
      int release,
      Tallies added,
      Map<Profile, Integer> profiles) {
    TallyLayout layout = added.layout();
    List<Tuple> rows =
        added.byProfile().entrySet().stream()
            .map(
                entry ->
                    tuple(survey, release, profiles.get(entry.getKey()), layout, entry.getValue()))
            .toList();
    return connection.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
  }

  private static Tuple tuple(
      String survey, int release, int profile, TallyLayout layout, Tally tally) {
    IntStream items = IntStream.range(0, layout.items().size());
    return Tuple.tuple()
        .addValue(survey)
        .addValue(release)
        .addValue(profile)
        .addValue(tally.respondents())
        .addValue(items.mapToObj(tally::answered).toArray(Integer[]::new))
        .addValue(
            LongStream.range(0, layout.items().size())
                .mapToObj(i -> tally.keySum((int) i))
                .toArray(Long[]::new))
        .addValue(
            IntStream.range(0, layout.cells().size())
                .mapToObj(tally::chosen)
                .toArray(Integer[]::new));
  }

  /**
   * The state as of {@code release}: the sum of what all up to it added. Needs a transaction.
   *
   * @return profiles in ascending order of their numbers, which stored weights follow
   */
  public static Future<Tallies> asOf(SqlConnection connection, SurveyVersion version, int release) {
    Tallies sum = new Tallies(TallyLayout.of(version));
    return connection
        .prepare(SELECT)
        .compose(
            select ->
                Cursors.each(
                    select.cursor(Tuple.of(version.code(), release)), row -> add(row, sum)))
        .map(sum);
  }

  private static void add(Row row, Tallies sum) {
    sum.add(
        profile(row),
        new TallyLayout(
            List.of(row.getArrayOfStrings("items")), List.of(row.getArrayOfStrings("cells"))),
        new Tally(
            row.getInteger("respondents"),
            Arrays.stream(row.getArrayOfIntegers("answered")).mapToInt(i -> i).toArray(),
            Arrays.stream(row.getArrayOfLongs("key_sums")).mapToLong(l -> l).toArray(),
            Arrays.stream(row.getArrayOfIntegers("chosen")).mapToInt(i -> i).toArray()));
  }

  /** The profile in the columns {@code collector} and {@code segments}. */
  public static Profile profile(Row row) {
    return new Profile(
        Collector.of(row.getString("collector")), Arrays.asList(row.getArrayOfStrings("segments")));
  }
}
