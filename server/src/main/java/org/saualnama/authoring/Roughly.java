package org.saualnama.authoring;

/**
 * A number in coarse steps: what waits may not be counted live, or watching it would tell who has
 * just sent something. Even none and one are the same step.
 */
public enum Roughly {
  UNDER_100("under_100", 0),
  FROM_100("100_to_999", 100),
  FROM_1000("1000_to_9999", 1_000),
  FROM_10000("10000_and_more", 10_000);

  /** No need to count any further. */
  static final int ENOUGH = 10_000;

  private final String code;
  private final long from;

  Roughly(String code, long from) {
    this.code = code;
    this.from = from;
  }

  static Roughly of(long number) {
    Roughly step = UNDER_100;
    for (Roughly next : values()) {
      step = number >= next.from ? next : step;
    }
    return step;
  }

  /** As it is written in the API. */
  public String code() {
    return code;
  }
}
