package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a steward's query: exact figures of each domain in each pool, comparisons, tests.
 *
 * @param domains category by code of each of the query's splits, the last fastest
 * @param figures by domain, then pool
 */
record Analysis(
    AnalysisQuery query,
    List<Pool> pools,
    List<Map<String, String>> domains,
    List<List<Figures>> figures,
    List<Compared> compared,
    List<Tested> tested) {

  /** Computes it; takes as long as the table is large. */
  static Analysis of(AnalysisQuery query, List<Pool> pools) {
    List<Map<String, String>> domains = domains(query);
    return new Analysis(
        query,
        pools,
        domains,
        domains.stream()
            .map(
                domain ->
                    pools.stream()
                        .map(pool -> new Figures(query, pool, pool.domain(domain)))
                        .toList())
            .toList(),
        new Comparing(query, pools, domains).rows(),
        query.independence()
            ? pools.stream().flatMap(p -> Tested.of(query, p)).toList()
            : List.of());
  }

  private static List<Map<String, String>> domains(AnalysisQuery query) {
    List<Map<String, String>> domains = List.of(Map.of());
    for (Axis axis : query.by()) {
      List<Map<String, String>> split = new ArrayList<>();
      for (Map<String, String> domain : domains) {
        for (String category : axis.categories().keySet()) {
          Map<String, String> part = new LinkedHashMap<>(domain);
          part.put(axis.code(), category);
          split.add(part);
        }
      }
      domains = split;
    }
    return domains;
  }
}
