package org.saualnama.analysis;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saualnama.postgres.Cursors;
import org.saualnama.release.PgTallies;
import org.saualnama.release.Tallies;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;

/** The respondents of any kept release by profile, and by other answers where that is asked. */
final class PgGroups {
  private static final int KEPT = 4;

  // By the answers themselves: what tallies can't tell is one pass over the responses.
  private static final String JOINT =
      """
      SELECT collector, segments, given, respondents
      FROM (
        SELECT profile, jsonb_build_array(%s) AS given, count(*)::int AS respondents
        FROM response WHERE survey = $1 AND release <= $2
        GROUP BY profile, given
      ) AS r
      JOIN profile p USING (profile) WHERE p.survey = $1 ORDER BY profile
      """;

  private record Key(String survey, int version, int release, List<String> items) {}

  private final Pool pool;
  private final Map<Key, Future<Tallies>> tallies = newest();
  private final Map<Key, Future<Groups>> joint = newest();

  PgGroups(Pool pool) {
    this.pool = pool;
  }

  private static <V> Map<Key, V> newest() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
            return size() > KEPT;
          }
        });
  }

  /** All respondents as of {@code release}, which must exist. */
  Future<Groups> of(AnalysisQuery query, int release) {
    SurveyVersion version = query.version();
    List<Item> others = query.others();
    Key key =
        new Key(
            version.code(),
            version.number(),
            release,
            others.isEmpty()
                ? List.of()
                : JointAnswers.items(query.item(), others).stream().map(Item::code).toList());
    return others.isEmpty()
        ? once(tallies, key, () -> tallies(version, release))
            .map(counted -> Groups.of(counted, query.item()))
        : once(joint, key, () -> joint(version, release, new JointAnswers(query.item(), others)));
  }

  /** Asks once for many, and again after a failure. */
  private static <V> Future<V> once(
      Map<Key, Future<V>> known, Key key, Supplier<Future<V>> loading) {
    synchronized (known) {
      Future<V> found = known.get(key);
      if (found == null || found.failed()) {
        found = loading.get();
        known.put(key, found);
      }
      return found;
    }
  }

  private Future<Tallies> tallies(SurveyVersion version, int release) {
    return pool.withTransaction(connection -> PgTallies.asOf(connection, version, release));
  }

  private Future<Groups> joint(SurveyVersion version, int release, JointAnswers answers) {
    List<String> items = answers.items();
    String list =
        IntStream.range(0, items.size())
            .mapToObj(i -> "answers -> $" + (i + 3) + "::text")
            .collect(Collectors.joining(", "));
    Tuple tuple = Tuple.of(version.code(), release);
    items.forEach(tuple::addString);
    return pool.withTransaction(
        connection ->
            connection
                .prepare(JOINT.formatted(list))
                .compose(select -> Cursors.each(select.cursor(tuple), row -> add(row, answers)))
                .map(done -> answers.groups()));
  }

  private static void add(Row row, JointAnswers answers) {
    List<Optional<List<String>>> given =
        row.get(JsonArray.class, "given").stream().map(PgGroups::codes).toList();
    answers.add(PgTallies.profile(row), given, row.getInteger("respondents"));
  }

  /** One code or several; empty where it was not answered. */
  private static Optional<List<String>> codes(Object answer) {
    if (answer instanceof JsonArray several) {
      return Optional.of(several.stream().map(Object::toString).toList());
    }
    return answer instanceof String one ? Optional.of(List.of(one)) : Optional.empty();
  }
}
