package org.saualnama.analysis;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saualnama.refusal.Refusal;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.submission.Collector;
import org.saualnama.weighting.PgWeights;
import org.saualnama.weighting.Scheme;
import org.saualnama.weighting.StoredWeights;

/**
 * What a query has to be computed from: its respondents, and the weights their release gave them.
 */
final class PgPools {
  private final PgReleases releases;
  private final PgGroups groups;
  private final PgWeights weights;

  PgPools(Pool pool) {
    this.releases = new PgReleases(pool);
    this.groups = new PgGroups(pool);
    this.weights = new PgWeights(pool);
  }

  /** In the order of the query's releases, and in each of its collectors. */
  Future<List<Raw>> of(AnalysisQuery query) {
    return releases
        .of(query.version().code())
        .map(all -> asked(query, all))
        .compose(asked -> of(query, asked));
  }

  /** One release after the other: one connection is enough, others need theirs. */
  private Future<List<Raw>> of(AnalysisQuery query, List<Integer> asked) {
    Future<List<Raw>> all = Future.succeededFuture(List.of());
    for (int release : asked) {
      all =
          all.compose(
              before ->
                  of(query, release)
                      .map(some -> Stream.concat(before.stream(), some.stream()).toList()));
    }
    return all;
  }

  private static List<Integer> asked(AnalysisQuery query, List<Release> all) {
    List<Integer> known = all.stream().map(Release::number).toList();
    if (known.isEmpty()) {
      throw new Refusal(
          Refusal.Reason.NOT_FOUND, "Nothing is released yet: a release waits for enough answers.");
    }
    for (int release : query.releases()) {
      if (!known.contains(release)) {
        throw Refusal.malformed(
            "release",
            "unknown_value",
            "There is no release "
                + release
                + "; the newest is "
                + known.get(known.size() - 1)
                + ".");
      }
    }
    return query.releases().isEmpty()
        ? known.subList(known.size() - 1, known.size())
        : query.releases();
  }

  private Future<List<Raw>> of(AnalysisQuery query, int release) {
    return groups
        .of(query, release)
        .compose(
            all -> {
              List<Future<Raw>> pools = new ArrayList<>();
              for (List<Collector> collectors : query.pools()) {
                pools.add(raw(query, release, collectors, all));
              }
              return Future.all(pools).map(done -> done.<Raw>list());
            });
  }

  private Future<Raw> raw(
      AnalysisQuery query, int release, List<Collector> collectors, Groups all) {
    Groups theirs = all.of(Set.copyOf(collectors));
    for (Collector collector : collectors) {
      if (!all.collectors().contains(collector)) {
        throw Refusal.malformed(
            "collector",
            "unknown_value",
            "Nobody came in by '"
                + collector.code()
                + "' up to release "
                + release
                + ". Use some of "
                + all.collectors().stream()
                    .map(Collector::code)
                    .sorted()
                    .collect(Collectors.joining(", "))
                + ".");
      }
    }
    return (collectors.size() > 1 || query.scheme() == Scheme.NONE
            ? Future.succeededFuture(Optional.<StoredWeights>empty())
            : weights.of(query.version().code(), release, collectors.get(0).code(), query.scheme()))
        .map(stored -> new Raw(release, collectors, theirs, stored));
  }
}
