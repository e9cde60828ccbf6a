package org.saualnama.weighting;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/** No weights meet all margins at once; tells which are missed, and what to merge. */
public final class ClashingMargins extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Miss> misses;
  private final String withoutFigures;

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

    private String name() {
      return margin + " " + level;
    }

    private String words() {
      return "%s reaches %.0f of %.0f".formatted(name(), reached, wanted);
    }
  }

  ClashingMargins(List<Miss> misses, String remedy) {
    this(message(misses, Miss::words, remedy), message(misses, Miss::name, remedy), misses);
  }

  private ClashingMargins(String message, String withoutFigures, List<Miss> misses) {
    super(message);
    this.withoutFigures = withoutFigures;
    this.misses = List.copyOf(misses);
  }

  static ClashingMargins ofNobody(String margin) {
    String message = "no respondent is in a category of '" + margin + "'; leave this margin out";
    return new ClashingMargins(message, message, List.of());
  }

  /** The message for those who may not see how many are in a category. */
  public String withoutFigures() {
    return withoutFigures;
  }

  /** The furthest from its target first. */
  public List<Miss> misses() {
    return misses;
  }

  private static String message(List<Miss> misses, Function<Miss, String> words, String remedy) {
    return misses.stream()
        .limit(5)
        .map(words)
        .collect(joining(", ", "the margins can't be met together: ", "; " + remedy));
  }
}
