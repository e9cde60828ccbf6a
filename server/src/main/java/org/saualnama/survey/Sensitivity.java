package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** How dangerous an answer may be, with the floors that no definition can lower. */
public enum Sensitivity {
  @JsonProperty("sensitive")
  SENSITIVE(new ReleasePolicy(100, 0.25, Duration.ofHours(24)), 30, 50, 5),
  @JsonProperty("ordinary")
  ORDINARY(new ReleasePolicy(20, 0.0, Duration.ofMinutes(10)), 10, 10, 10);

  private final ReleasePolicy releaseFloor;
  private final int baseFloor;
  private final int defaultBase;
  private final double greatestWeight;

  Sensitivity(ReleasePolicy releaseFloor, int baseFloor, int defaultBase, double greatestWeight) {
    this.releaseFloor = releaseFloor;
    this.baseFloor = baseFloor;
    this.defaultBase = defaultBase;
    this.greatestWeight = greatestWeight;
  }

  /** The least that a release waits for; also what it waits for where the definition is silent. */
  public ReleasePolicy releaseFloor() {
    return releaseFloor;
  }

  /** The least base a definition may ask for. */
  public int baseFloor() {
    return baseFloor;
  }

  /** The base where the definition is silent. */
  public int defaultBase() {
    return defaultBase;
  }

  /** The most that published figures may weigh a respondent by, about a mean of 1. */
  public double greatestWeight() {
    return greatestWeight;
  }
}
