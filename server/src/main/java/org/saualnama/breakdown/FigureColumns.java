package org.saualnama.breakdown;

import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.ProtectedShare;

/** The columns of figures that every flat table has, whatever it is of. */
public final class FigureColumns {
  private FigureColumns() {}

  /** Puts in those of one answer of a row, which may be withheld. */
  public static void put(Map<String, Object> line, Optional<ProtectedRow> row, int answer) {
    Optional<ProtectedShare> share = row.map(one -> one.shares().get(answer));
    Optional<ProtectedShare> told = share.filter(ProtectedShare::isTold);
    line.put("share_percent", told.map(ProtectedShare::percent).map(Figure::shortest).orElse(null));
    line.put("low_percent", told.map(ProtectedShare::low).map(Figure::shortest).orElse(null));
    line.put("high_percent", told.map(ProtectedShare::high).map(Figure::shortest).orElse(null));
    line.put("base", row.map(ProtectedRow::base).orElse(null));
    line.put("n_eff", row.map(ProtectedRow::effectiveSize).orElse(null));
    line.put("as_of", row.map(ProtectedRow::asOf).orElse(null));
    line.put("weighting", row.map(one -> one.weighted() ? "calibrated" : "none").orElse(null));
    line.put("status", share.map(one -> one.status().code()).orElse("c"));
  }
}
