package org.saualnama.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.ProtectedShare;

/** The figures of a breakdown in the order of JSON-stat, with what is said of single places. */
final class FigureValues {
  private static final String WITHHELD = "c";

  private final int release;
  private final List<Number> values = new ArrayList<>();
  private final Map<String, String> statuses = new LinkedHashMap<>();
  private final Map<String, Integer> asOf = new LinkedHashMap<>();

  FigureValues(Breakdown breakdown) {
    release = breakdown.release().number();
    for (int answer = 0; answer < breakdown.query().item().codes().size(); answer++) {
      for (DomainRow domain : breakdown.domains()) {
        if (domain.row().isPresent()) {
          add(domain.row().get(), answer);
        } else {
          for (int metric = 0; metric < JsonStat.METRICS.size(); metric++) {
            add(null, WITHHELD);
          }
        }
      }
    }
  }

  private void add(ProtectedRow row, int answer) {
    ProtectedShare share = row.shares().get(answer);
    String status = share.status().code();
    int first = values.size();
    add(share.isTold() ? share.percent() : null, status);
    add(row.base(), "");
    add(row.effectiveSize(), "");
    add(share.isTold() ? share.low() : null, status);
    add(share.isTold() ? share.high() : null, status);
    for (int place = first; row.asOf() != release && place < values.size(); place++) {
      asOf.put(Integer.toString(place), row.asOf());
    }
  }

  private void add(Number value, String status) {
    if (!status.isEmpty()) {
      statuses.put(Integer.toString(values.size()), status);
    }
    values.add(shortest(value));
  }

  /** 48 rather than 48.0. */
  private static Number shortest(Number value) {
    return value != null && value.doubleValue() == value.intValue()
        ? (Number) value.intValue()
        : value;
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
