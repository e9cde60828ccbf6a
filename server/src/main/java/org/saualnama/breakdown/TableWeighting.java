package org.saualnama.breakdown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.saualnama.disclosure.ProtectedRow;

/** Whether the rows of a table are weighted. */
public enum TableWeighting {
  /** All of them. */
  CALIBRATED,
  /** None of them. */
  NONE,
  /** Some were made in a release that had weights, others in one that had none. */
  MIXED;

  /** Of these rows. */
  public static TableWeighting of(Stream<ProtectedRow> rows) {
    List<Boolean> weighted = rows.map(ProtectedRow::weighted).distinct().toList();
    if (weighted.size() > 1) {
      return MIXED;
    }
    return weighted.contains(true) ? CALIBRATED : NONE;
  }

  /** As it is written in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
