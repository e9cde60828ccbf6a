package org.saualnama.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.release.ReleaseState.Phase;
import org.saualnama.survey.ReleasePolicy;

final class ReleaseStateTest {
  private static final ReleasePolicy POLICY = new ReleasePolicy(100, 0.25, Duration.ofHours(24));

  @ParameterizedTest
  @CsvSource({
    // rested, in the box, imported, taken
    "true, 99, 0, NOTHING",
    "true, 100, 0, ALL",
    "true, 100, 1, ALL",
    "false, 100, 99, NOTHING",
    "false, 100, 100, IMPORTED",
    "true, 99, 100, IMPORTED",
    "true, 99, 99, NOTHING",
    "true, 0, 100, IMPORTED"
  })
  void theBoxIsOpenedWhenItAloneIsEnoughAndHasRested(
      boolean rested, long boxed, long imported, Taking taken) {
    ReleaseState state = new ReleaseState(Phase.RUNNING, 1, 300, rested);
    assertEquals(100, state.needed(POLICY));
    assertEquals(taken, state.taking(100, new Waiting(boxed, imported)));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 9, NOTHING",
    "10, 0, ALL",
    "10, 3, ALL",
    "9, 10, IMPORTED",
    "0, 10, IMPORTED",
    "0, 0, NOTHING"
  })
  void closingTakesWhatIsLeftOfEachInTensWithoutWaiting(long boxed, long imported, Taking taken) {
    ReleaseState state = new ReleaseState(Phase.CLOSING, 3, 5_000, false);
    assertEquals(10, state.needed(POLICY));
    assertEquals(taken, state.taking(10, new Waiting(boxed, imported)));
  }

  @Test
  void growthCountsAllThatWasReleased() {
    assertEquals(250, new ReleaseState(Phase.RUNNING, 2, 1_000, true).needed(POLICY));
  }

  @Test
  void releasesGoOnWhileASurveyIsPausedAndEndWithIt() {
    assertEquals(Phase.RUNNING, Phase.of("open"));
    assertEquals(Phase.RUNNING, Phase.of("paused"));
    assertEquals(Phase.CLOSING, Phase.of("closing"));
    assertEquals(Phase.OVER, Phase.of("closed"));
    Waiting many = new Waiting(1_000, 1_000);
    assertEquals(Taking.NOTHING, new ReleaseState(Phase.OVER, 1, 1, true).taking(100, many));
  }
}
