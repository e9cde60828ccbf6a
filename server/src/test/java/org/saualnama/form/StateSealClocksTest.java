package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.secret.Secret;

final class StateSealClocksTest {
  private static final FormState STATE = FormState.begin(UUID.randomUUID(), 1, 1, "kk");

  @TempDir Path folder;

  @Test
  void aNodeTakesThePageOfAnotherWhoseClockIsPastMidnight() throws Exception {
    Secret secret = Secret.from(folder.resolve("secret"));
    StateSeal ahead = new StateSeal(secret, () -> Instant.parse("2026-05-10T00:00:01Z"));
    StateSeal behind = new StateSeal(secret, () -> Instant.parse("2026-05-09T23:59:58Z"));
    StateSeal dayBefore = new StateSeal(secret, () -> Instant.parse("2026-05-08T23:59:58Z"));
    String page = ahead.seal("s", STATE);
    assertTrue(behind.open("s", page).isPresent());
    assertTrue(ahead.open("s", behind.seal("s", STATE)).isPresent());
    assertFalse(dayBefore.open("s", page).isPresent());
  }
}
