package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.estimate.Adjustment;
import org.saualnama.estimate.Difference;
import org.saualnama.estimate.RandomisedResponse;
import org.saualnama.estimate.Shares;

/** Makes the comparisons that a query asks for; all of a table are one family. */
final class Comparing {
  private final AnalysisQuery query;
  private final List<Pool> pools;
  private final List<Map<String, String>> domains;
  private final List<Compared> raw = new ArrayList<>();

  Comparing(AnalysisQuery query, List<Pool> pools, List<Map<String, String>> domains) {
    this.query = query;
    this.pools = pools;
    this.domains = domains;
  }

  List<Compared> rows() {
    switch (query.comparison()) {
      case NONE -> {}
      case PAIRWISE -> pairs();
      case COLLECTORS -> domains.forEach(this::collectors);
      case RELEASES -> domains.forEach(this::releases);
    }
    return adjusted();
  }

  private void pairs() {
    Pool pool = pools.get(0);
    List<Optional<Shares>> shares = domains.stream().map(d -> shares(pool, d)).toList();
    for (int option = 0; option < options(); option++) {
      for (int a = 0; a < shares.size(); a++) {
        for (int b = a + 1; b < shares.size(); b++) {
          if (shares.get(a).isPresent() && shares.get(b).isPresent()) {
            Difference difference =
                Difference.between(shares.get(a).get(), shares.get(b).get(), option);
            add(option, Map.of(), name(domains.get(a)), name(domains.get(b)), difference);
          }
        }
      }
    }
  }

  private void collectors(Map<String, String> domain) {
    List<Optional<Shares>> shares = pools.stream().map(pool -> shares(pool, domain)).toList();
    for (int option = 0; option < options(); option++) {
      for (int a = 0; a < shares.size(); a++) {
        for (int b = a + 1; b < shares.size(); b++) {
          if (shares.get(a).isPresent() && shares.get(b).isPresent()) {
            Difference difference =
                Difference.independent(
                    shares.get(a).get().of(option), shares.get(b).get().of(option));
            add(option, domain, pools.get(a).collector(), pools.get(b).collector(), difference);
          }
        }
      }
    }
  }

  private void releases(Map<String, String> domain) {
    for (int i = 1; i < pools.size(); i++) {
      Pool later = pools.get(i);
      Pool earlier = pools.get(i - 1).within(later);
      Optional<Shares> now = shares(later, domain);
      Optional<Shares> before = shares(earlier, domain);
      boolean both = before.isPresent() && now.isPresent();
      for (int option = 0; option < options() && both; option++) {
        add(
            option,
            domain,
            Integer.toString(later.release()),
            Integer.toString(earlier.release()),
            Difference.sinceRelease(before.get(), now.get(), option));
      }
    }
  }

  private int options() {
    return query.item().codes().size();
  }

  private static Optional<Shares> shares(Pool pool, Map<String, String> domain) {
    return Shares.of(pool.design(), pool.counts(), pool.domain(domain));
  }

  private static String name(Map<String, String> domain) {
    return String.join(":", domain.values());
  }

  private void add(
      int option, Map<String, String> domain, String a, String b, Difference difference) {
    String code = query.item().codes().get(option);
    Difference real =
        RandomisedResponse.of(query.item())
            .map(response -> response.difference(difference))
            .orElse(difference);
    raw.add(new Compared(code, domain, a, b, real, Double.NaN, Double.NaN));
  }

  private List<Compared> adjusted() {
    double[] p =
        raw.stream()
            .map(Compared::difference)
            .filter(Difference::isTested)
            .mapToDouble(Difference::pValue)
            .toArray();
    double[] holm = Adjustment.HOLM.of(p);
    double[] hochberg = Adjustment.BENJAMINI_HOCHBERG.of(p);
    List<Compared> rows = new ArrayList<>();
    int tested = 0;
    for (Compared row : raw) {
      boolean counts = row.difference().isTested();
      rows.add(counts ? row.adjusted(holm[tested], hochberg[tested]) : row);
      tested += counts ? 1 : 0;
    }
    return rows;
  }
}
