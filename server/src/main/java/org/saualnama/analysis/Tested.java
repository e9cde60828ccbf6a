package org.saualnama.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saualnama.estimate.Domain;
import org.saualnama.estimate.Independence;
import org.saualnama.estimate.JointCounts;

/**
 * A test of whether a question and what it is split by are independent.
 *
 * @param answer one option of a multiple choice, chosen or not; empty for a question as a whole
 * @param test empty where there is only one row or column with anybody in it
 */
record Tested(Pool pool, Optional<String> answer, Optional<Independence> test) {

  /** One test, or one for each option of a multiple choice. */
  static Stream<Tested> of(AnalysisQuery query, Pool pool) {
    Axis by = query.by().get(0);
    List<String> levels = List.copyOf(by.categories().keySet());
    int[] levelOf = levelOf(pool, by, levels);
    if (!Axis.overlaps(query.item())) {
      JointCounts joint = JointCounts.of(pool.counts(), levels.size(), levelOf);
      return Stream.of(new Tested(pool, Optional.empty(), Independence.test(pool.design(), joint)));
    }
    List<String> codes = query.item().codes();
    return IntStream.range(0, codes.size())
        .mapToObj(
            option ->
                new Tested(
                    pool,
                    Optional.of(codes.get(option)),
                    Independence.test(
                        pool.design(),
                        JointCounts.ofOption(pool.counts(), option, levels.size(), levelOf))));
  }

  private static int[] levelOf(Pool pool, Axis by, List<String> levels) {
    List<Domain> domains =
        levels.stream().map(code -> pool.domain(Map.of(by.code(), code))).toList();
    return IntStream.range(0, pool.groups().size())
        .map(
            g ->
                IntStream.range(0, levels.size())
                    .filter(level -> domains.get(level).has(g))
                    .findFirst()
                    .orElse(-1))
        .toArray();
  }
}
