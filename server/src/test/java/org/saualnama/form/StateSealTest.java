package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.secret.Secret;

final class StateSealTest {
  private static final FormState STATE =
      FormState.begin(UUID.randomUUID(), Long.MIN_VALUE, 3, "kk")
          .at(4)
          .with(Map.of("done.other", TextNode.valueOf("Зират басына бардым")));

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-05-09T23:59:59Z");
  private StateSeal seal;

  @BeforeEach
  void secret() throws Exception {
    seal = new StateSeal(Secret.from(folder.resolve("secret")), () -> now);
  }

  @Test
  void whatWasSealedIsOpenedUnchanged() {
    assertEquals(Optional.of(STATE), seal.open("s", seal.seal("s", STATE)));
  }

  @Test
  void yesterdaysPageCanBeContinuedAndAnOlderOneCannot() {
    String sealed = seal.seal("s", STATE);
    now = Instant.parse("2026-05-10T23:59:59Z");
    assertTrue(seal.open("s", sealed).isPresent());
    now = Instant.parse("2026-05-11T00:00:00Z");
    assertFalse(seal.open("s", sealed).isPresent());
  }

  @Test
  void noByteCanBeChanged() {
    String sealed = seal.seal("s", STATE);
    for (int i = 0; i < sealed.length() - 1; i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertFalse(seal.open("s", tampered).isPresent(), "changed at " + i);
    }
  }

  @Test
  void aNewerDayInFrontOpensNothing() {
    String sealed = seal.seal("s", STATE);
    now = Instant.parse("2026-05-11T12:00:00Z");
    for (String day : new String[] {"20260510", "20260511", "20260509", "2026-05-10", "", "x"}) {
      assertFalse(seal.open("s", day + sealed.substring(8)).isPresent(), day);
    }
  }

  @Test
  void anotherSurveyCannotOpenIt() {
    assertFalse(seal.open("other", seal.seal("s", STATE)).isPresent());
  }

  @Test
  void nonsenseIsRefusedQuietly() {
    for (String nonsense : new String[] {"", ".", "20260509.", "20260509.!", "20260509.AAAA"}) {
      assertFalse(seal.open("s", nonsense).isPresent(), nonsense);
    }
  }

  @Test
  void theLengthDoesNotTellWhatWasAnswered() {
    FormState empty = STATE.with(Map.of());
    assertEquals(seal.seal("s", STATE).length(), seal.seal("s", empty).length());
  }
}
