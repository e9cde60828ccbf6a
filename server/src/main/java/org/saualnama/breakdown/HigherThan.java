package org.saualnama.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.disclosure.Differences;
import org.saualnama.disclosure.ProtectedRow;

/** Which categories of a table's one segment each share is above of, as far as can be said. */
final class HigherThan {
  private HigherThan() {}

  /** Codes of categories by the place of a share among the values; none for other tables. */
  static Map<String, List<String>> of(Breakdown breakdown) {
    BreakdownQuery query = breakdown.query();
    if (query.by().size() != 1) {
      return Map.of();
    }
    String segment = query.by().get(0);
    List<ProtectedRow> rows = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < breakdown.domains().size(); i++) {
      DomainRow domain = breakdown.domains().get(i);
      if (domain.row().isPresent()) {
        rows.add(domain.row().get());
        categories.add(domain.categories().get(segment));
        places.add(i);
      }
    }
    Differences differences = new Differences(rows);
    Map<String, List<String>> higher = new LinkedHashMap<>();
    for (int answer = 0; answer < query.item().codes().size(); answer++) {
      for (int row = 0; row < rows.size(); row++) {
        List<Integer> below = differences.below(row, answer);
        if (!below.isEmpty()) {
          int domain = answer * breakdown.domains().size() + places.get(row);
          higher.put(
              Integer.toString(domain * JsonStat.METRICS.size()),
              below.stream().map(categories::get).toList());
        }
      }
    }
    return higher;
  }
}
