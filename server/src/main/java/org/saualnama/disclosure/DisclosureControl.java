package org.saualnama.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.saualnama.survey.Survey;

/** What may be said of one domain: nothing under the least base, and only round figures above. */
public final class DisclosureControl {
  private static final int BASE_STEP = 5;

  private final int minBase;

  public DisclosureControl(Survey survey) {
    // The floor again, though definitions below it are refused: this is the last door.
    int least = Math.max(survey.disclosure().minBase(), survey.sensitivity().baseFloor());
    // Up to a whole step, so that no base that is told ever looks smaller.
    minBase = (least + BASE_STEP - 1) / BASE_STEP * BASE_STEP;
  }

  /** So many must have answered. */
  public int minBase() {
    return minBase;
  }

  /** A number of people as it may be told: to the nearest 5. */
  public static long rounded(long people) {
    return Math.round(people / (double) BASE_STEP) * BASE_STEP;
  }

  /**
   * Protects one row.
   *
   * @param answered how many answered the item in the domain
   * @param chosen how many chose each of the item's codes, in their order
   * @return empty if the row must be withheld
   */
  Optional<ProtectedRow> protect(RowKey key, int answered, IntStream chosen) {
    if (answered < minBase) {
      return Optional.empty();
    }
    List<Integer> shares =
        chosen.mapToObj(count -> (int) Math.round(100.0 * count / answered)).toList();
    return Optional.of(new ProtectedRow(key, (int) rounded(answered), shares));
  }
}
