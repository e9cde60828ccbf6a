package org.saualnama.disclosure;

import org.saualnama.survey.Survey;

/** The least base of a survey, and how numbers of people are rounded. */
public final class DisclosureControl {
  private static final int BASE_STEP = 5;

  private final int minBase;
  private final int floor;

  public DisclosureControl(Survey survey) {
    // The floor again, though definitions below it are refused: this is the last door.
    int least = Math.max(survey.disclosure().minBase(), survey.sensitivity().baseFloor());
    // Up to a whole step, so that no base that is told ever looks smaller.
    floor = survey.sensitivity().baseFloor();
    minBase = (least + BASE_STEP - 1) / BASE_STEP * BASE_STEP;
  }

  /** So many must have answered. */
  public int minBase() {
    return minBase;
  }

  /** So many must have answered whatever is asked for. */
  int floor() {
    return floor;
  }

  /** A number of people as it may be told: to the nearest 5. */
  public static long rounded(long people) {
    return Math.round(people / (double) BASE_STEP) * BASE_STEP;
  }

  /**
   * The nearest whole number, the same in whatever order {@code exact} was summed: what lies
   * halfway but for the last digits of a double is halfway.
   */
  static long nearest(double exact) {
    return Math.round(Math.rint(exact * 1e9) / 1e9);
  }
}
