package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class NamesTest {
  private final Names names = new Names();

  @Test
  void whatNoProgramTakesIsReplaced() {
    assertEquals("forms_parade", names.of("forms.parade"));
    assertEquals("q18_24", names.of("18-24"));
    assertEquals("with_2", names.of("with"));
    assertEquals("qstr7", names.of("str7"));
  }

  @Test
  void twoNamesNeverDifferByCaseAlone() {
    assertEquals("age", names.of("age"));
    assertEquals("Age_2", names.of("Age"));
    assertEquals("age_3", names.of("age"));
  }

  @Test
  void longNamesAreCutAndStayApart() {
    String code = "a".repeat(40);
    assertEquals("a".repeat(32), names.of(code));
    assertEquals("a".repeat(30) + "_2", names.of(code));
  }
}
