package org.saualnama.breakdown;

import java.util.Optional;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.ProtectedShare;

/**
 * One figure of a table, or why it is not told.
 *
 * @param value null where it is not told
 * @param status empty where it is
 */
public record Figure(Number value, String status) {
  private static final String WITHHELD = "c";

  /**
   * Of one answer in one domain.
   *
   * @param row empty if the domain is withheld
   * @param metric one of {@link JsonStat#METRICS}
   */
  public static Figure of(Optional<ProtectedRow> row, int answer, String metric) {
    if (row.isEmpty()) {
      return new Figure(null, WITHHELD);
    }
    ProtectedShare share = row.get().shares().get(answer);
    return switch (metric) {
      case "share" -> of(share, share.percent());
      case "base" -> new Figure(row.get().base(), "");
      case "n_eff" -> new Figure(row.get().effectiveSize(), "");
      case "low" -> of(share, share.low());
      case "high" -> of(share, share.high());
      default -> throw new IllegalArgumentException("no figure is called " + metric);
    };
  }

  private static Figure of(ProtectedShare share, double value) {
    return new Figure(share.isTold() ? shortest(value) : null, share.status().code());
  }

  /** 48 rather than 48.0. */
  static Number shortest(double value) {
    return value == (int) value ? (Number) (int) value : (Number) value;
  }
}
