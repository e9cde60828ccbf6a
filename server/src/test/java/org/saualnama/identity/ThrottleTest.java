package org.saualnama.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrottleTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Throttle throttle = new Throttle(new byte[32], now::get, 3, Duration.ofSeconds(10));

  @Test
  void triesComeBackOneByOne() {
    use(3);
    assertEquals(OptionalLong.of(11), throttle.use("a"));
    pass(10);
    assertTrue(throttle.use("a").isEmpty());
    assertTrue(throttle.use("a").isPresent());
    pass(1_000);
    use(3);
    assertTrue(throttle.use("a").isPresent());
  }

  @Test
  void aTryThatSucceededIsGivenBackAndNamesAreApart() {
    use(3);
    assertTrue(throttle.use("b").isEmpty());
    throttle.giveBack("a");
    use(1);
    assertTrue(throttle.use("a").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//elsewhere.invalid",
        "https://elsewhere.invalid/studio",
        "/studio//elsewhere.invalid",
        "/studio/../s/may9-kz",
        "/studio/%2e%2e/x",
        "/studio\\elsewhere",
        "/studiox",
        "/studio/a?next=//x",
        "/studio/a\r\nSet-Cookie: a=b",
        "javascript:alert(1)"
      })
  void theWayBackLeadsNowhereElse(String path) {
    assertEquals(StudioPath.HOME, StudioPath.orHome(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/studio", "/studio/surveys/may9-kz", "/studio/audit?before=12&lang=kk"})
  void theWayBackLeadsToThePageThatWasAskedFor(String path) {
    assertEquals(path, StudioPath.orHome(path));
  }

  @Test
  void namesThatPeopleTakeForTheSameAreTheSame() {
    assertEquals(new AccountName("ӘЛИЯ").key(), new AccountName("әлия").key());
    assertEquals(new AccountName("Straße").key(), new AccountName("STRASSE").key());
    assertNotEquals(new AccountName("aigul").key(), new AccountName("aigül").key());
  }

  private void use(int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(throttle.use("a").isEmpty());
    }
  }

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
