package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CollectorTest {
  @Test
  void everyCollectorIsFoundAgainByItsName() {
    for (String code : List.of("open", "invited", "interviewer", "interviewer:2027-05", "open:a")) {
      assertEquals(code, Collector.of(code).code());
    }
    assertEquals(Collector.OPEN, Collector.of("open"));
    assertEquals("2027-05", Collector.of("interviewer:2027-05").wave());
  }

  @Test
  void whatNamesNoCollectorIsRefused() {
    for (String code :
        List.of("", "OPEN", "post", "open:", ":a", "open:A", "open:a b", "open:-a", "open:a:b")) {
      assertThrows(IllegalArgumentException.class, () -> Collector.of(code), code);
    }
  }
}
