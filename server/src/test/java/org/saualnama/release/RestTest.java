package org.saualnama.release;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestTest {
  private static final Duration DAY = Duration.ofDays(1);

  private long now;
  private final Rest rest = new Rest(() -> now);

  @Test
  void itIsOverOneIntervalAfterAnOpeningWasSeenInTheFuture() {
    assertFalse(rest.isOver("a", 1, DAY));
    now += DAY.minusNanos(1).toNanos();
    assertFalse(rest.isOver("a", 1, DAY));
    assertFalse(rest.isOver("b", 1, DAY), "each survey by itself");
    now++;
    assertTrue(rest.isOver("a", 1, DAY));
    assertFalse(rest.isOver("b", 1, DAY));
  }

  @Test
  void anOpeningThatFollowsInTheFutureTooHasItsOwnRest() {
    assertFalse(rest.isOver("a", 1, DAY));
    now += DAY.toNanos();
    assertFalse(rest.isOver("a", 2, DAY));
    now += DAY.toNanos();
    assertTrue(rest.isOver("a", 2, DAY));
  }
}
