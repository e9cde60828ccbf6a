package org.saualnama.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.saualnama.estimate.Counts;
import org.saualnama.estimate.Design;
import org.saualnama.estimate.Domain;
import org.saualnama.submission.Collector;
import org.saualnama.weighting.Respondents;
import org.saualnama.weighting.WeightingReport;

/** Respondents looked at together: of one release, by one collector or by several mixed. */
final class Pool {
  private final AnalysisQuery query;
  private final int release;
  private final List<Collector> collectors;
  private final Groups groups;
  private final Weights weights;
  private final double[] byGroup;
  private final Respondents respondents;
  private final Counts counts;
  private final Design design;
  private final Design fixed;
  private WeightingReport report;

  /** Of {@code groups}, all of which came in by {@code collectors}. */
  Pool(
      AnalysisQuery query,
      int release,
      List<Collector> collectors,
      Groups groups,
      Weights weights) {
    this.query = query;
    this.release = release;
    this.collectors = List.copyOf(collectors);
    this.groups = groups;
    this.weights = weights;
    this.respondents = Respondents.of(query.version(), groups.profiles(), groups.respondents());
    this.counts = groups.counts(query.item().codes().size());
    this.byGroup = weights.of(groups);
    this.fixed = Design.fixed(respondents.sample(), byGroup);
    this.design = query.fixed() ? fixed : Design.of(respondents, query.scheme(), byGroup);
  }

  /** The same respondents in the groups of a later release of the same collectors. */
  Pool within(Pool later) {
    return new Pool(query, release, collectors, groups.within(later.groups), weights);
  }

  int release() {
    return release;
  }

  List<Collector> collectors() {
    return collectors;
  }

  /** Codes of its collectors, joined by '+' if they are mixed. */
  String collector() {
    return String.join("+", collectors.stream().map(Collector::code).toList());
  }

  Groups groups() {
    return groups;
  }

  Counts counts() {
    return counts;
  }

  /** What variances are reckoned with. */
  Design design() {
    return design;
  }

  /** The same with the weights taken as they are. */
  Design fixed() {
    return fixed;
  }

  /** What the weights reach and cost. */
  WeightingReport report() {
    if (report == null) {
      report = respondents.report(byGroup);
    }
    return report;
  }

  /** Who has all categories of {@code cell} and passes the query's filters. */
  Domain domain(Map<String, String> cell) {
    boolean[] in = new boolean[groups.size()];
    IntPredicate all = g -> true;
    for (Axis axis : query.by()) {
      String category = cell.get(axis.code());
      if (category != null) {
        all = all.and(chose(axis.code(), axis.categories().get(category)));
      }
    }
    for (Map.Entry<String, List<String>> filter : query.where().entrySet()) {
      all = all.and(chose(filter.getKey(), filter.getValue()));
    }
    for (int g = 0; g < in.length; g++) {
      in[g] = all.test(g);
    }
    return g -> in[g];
  }

  private IntPredicate chose(String item, List<String> codes) {
    return codes.stream().map(code -> chose(item, code)).reduce(g -> false, IntPredicate::or);
  }

  private IntPredicate chose(String item, String code) {
    if (!query.version().items().containsKey(item)) {
      return groups.cameBy(code);
    }
    int segment = query.segment(item);
    return segment < 0 ? groups.chose(item, code) : groups.inSegment(segment, code);
  }
}
