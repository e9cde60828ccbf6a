package org.saualnama.weighting;

import java.util.List;

/** No weights meet all margins at once; tells which are missed, and what to merge. */
public final class ClashingMargins extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Miss> misses;

  /**
   * A level that is not met.
   *
   * @param wanted its target total
   * @param reached what the last try sums to
   */
  public record Miss(String margin, String level, double wanted, double reached) {
    double off() {
      return Math.abs(reached - wanted) / Math.max(wanted, 1e-300);
    }
  }

  ClashingMargins(List<Miss> misses, String remedy) {
    this("the margins can't be met together: " + words(misses) + "; " + remedy, misses);
  }

  private ClashingMargins(String message, List<Miss> misses) {
    super(message);
    this.misses = List.copyOf(misses);
  }

  static ClashingMargins ofNobody(String margin) {
    return new ClashingMargins(
        "no respondent is in a category of '" + margin + "'; leave this margin out", List.of());
  }

  /** The furthest from its target first. */
  public List<Miss> misses() {
    return misses;
  }

  private static String words(List<Miss> misses) {
    return String.join(
        ", ",
        misses.stream()
            .limit(5)
            .map(
                miss ->
                    "%s %s reaches %.0f of %.0f"
                        .formatted(miss.margin(), miss.level(), miss.reached(), miss.wanted()))
            .toList());
  }
}
