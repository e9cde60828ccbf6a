package org.saualnama.microdata;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saualnama.refusal.Refusal;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.submission.Collector;
import org.saualnama.weighting.PgWeights;
import org.saualnama.weighting.Scheme;

/** Finds out what a file of microdata will have, before any of it is read. */
final class PgCensus {
  private static final String SELECT =
      """
      SELECT profile, collector, sum(respondents)::bigint AS respondents
      FROM tally JOIN profile USING (survey, profile)
      WHERE survey = $1 AND release <= $2
      GROUP BY profile, collector ORDER BY profile
      """;

  private final Pool pool;
  private final PgReleases releases;
  private final PgWeights weights;

  PgCensus(Pool pool) {
    this.pool = pool;
    this.releases = new PgReleases(pool);
    this.weights = new PgWeights(pool);
  }

  /** What the release that is asked for holds. */
  Future<Taken> of(MicrodataQuery query) {
    String survey = query.version().code();
    return releases
        .of(survey)
        .map(all -> release(query, all))
        .compose(
            release ->
                pool.preparedQuery(SELECT)
                    .execute(Tuple.of(survey, release.number()))
                    .map(
                        rows -> {
                          List<Census.Group> groups = new ArrayList<>();
                          rows.forEach(row -> groups.add(group(row)));
                          return asked(query, release, new Census(groups));
                        })
                    .compose(census -> weighed(query, release, census)));
  }

  private static Release release(MicrodataQuery query, List<Release> all) {
    if (all.isEmpty()) {
      throw new Refusal(
          Refusal.Reason.NOT_FOUND, "Nothing is released yet: a release waits for enough answers.");
    }
    Release newest = all.get(all.size() - 1);
    return query
        .release()
        .map(
            number ->
                all.stream()
                    .filter(release -> release.number() == number)
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Refusal.malformed(
                                "release",
                                "unknown_value",
                                "There is no release %d; the newest is %d."
                                    .formatted(number, newest.number()))))
        .orElse(newest);
  }

  private static Census.Group group(Row row) {
    return new Census.Group(
        row.getInteger("profile"),
        Collector.of(row.getString("collector")),
        row.getLong("respondents"));
  }

  private static Census asked(MicrodataQuery query, Release release, Census all) {
    for (Collector collector : query.collectors()) {
      if (!all.collectors().contains(collector)) {
        throw Refusal.malformed(
            "collector",
            "unknown_value",
            "Nobody came in by '%s' up to release %d. Use some of %s."
                .formatted(
                    collector.code(),
                    release.number(),
                    all.collectors().stream()
                        .map(Collector::code)
                        .sorted()
                        .collect(Collectors.joining(", "))));
      }
    }
    return all.of(query.collectors());
  }

  private Future<Taken> weighed(MicrodataQuery query, Release release, Census census) {
    if (query.scheme() == Scheme.NONE) {
      return Future.succeededFuture(new Taken(query, release, census, Map.of(), List.of()));
    }
    return weights
        .of(query.version().code(), release.number(), query.scheme())
        .map(
            stored -> {
              Map<Integer, Double> byProfile = new HashMap<>();
              List<Collector> unweighted = new ArrayList<>();
              for (Collector collector : query.collectors()) {
                Map<Integer, Double> theirs =
                    census.weights(collector, Optional.ofNullable(stored.get(collector.code())));
                if (theirs.isEmpty()) {
                  unweighted.add(collector);
                }
                byProfile.putAll(theirs);
              }
              return new Taken(query, release, census, byProfile, unweighted);
            });
  }
}
