package org.saualnama.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.ProtectedRow;

/** The figures of a breakdown in the order of JSON-stat, with what is said of single places. */
final class FigureValues {
  private final int release;
  private final List<Number> values = new ArrayList<>();
  private final Map<String, String> statuses = new LinkedHashMap<>();
  private final Map<String, Integer> asOf = new LinkedHashMap<>();

  FigureValues(Breakdown breakdown) {
    release = breakdown.release().number();
    for (int answer = 0; answer < breakdown.query().item().codes().size(); answer++) {
      for (DomainRow domain : breakdown.domains()) {
        for (String metric : JsonStat.METRICS) {
          add(domain.row(), Figure.of(domain.row(), answer, metric));
        }
      }
    }
  }

  private void add(Optional<ProtectedRow> row, Figure figure) {
    String place = Integer.toString(values.size());
    if (!figure.status().isEmpty()) {
      statuses.put(place, figure.status());
    }
    row.map(ProtectedRow::asOf).filter(made -> made != release).ifPresent(m -> asOf.put(place, m));
    values.add(figure.value());
  }

  /** Row-major, the last dimension fastest; null where nothing is told. */
  List<Number> values() {
    return values;
  }

  /** By place. */
  Map<String, String> statuses() {
    return statuses;
  }

  /** The release that a figure was made in, by place, where it is an earlier one. */
  Map<String, Integer> asOf() {
    return asOf;
  }
}
