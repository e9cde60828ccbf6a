package org.saualnama.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.refusal.Refusal;

/** Expressions for values, on five codes in an order that is not the alphabet's. */
final class ValueCodesTest {
  private static final List<String> CODES = List.of("b1", "b2", "a1", "a2", "c.x");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1 | a1",
        "a1,b1 | b1,a1",
        "a1,a1 | a1",
        "* | b1,b2,a1,a2,c.x",
        "a* | a1,a2",
        "*1 | b1,a1",
        "?2 | b2,a2",
        "c.? | c.x",
        "TOP(2) | b1,b2",
        "top(2,1) | b2,a1",
        "TOP(9) | b1,b2,a1,a2,c.x",
        "BOTTOM(2) | a2,c.x",
        "BOTTOM(2,1) | a1,a2",
        "BOTTOM(9) | b1,b2,a1,a2,c.x",
        "FROM(a2) | a2,c.x",
        "TO(b2) | b1,b2",
        "RANGE(b2,a2) | b2,a1,a2",
        "TOP(1),a2 , *x | b1,a2,c.x"
      })
  void anExpressionMeansCodesInTheirOwnOrder(String expressions, String meant) {
    assertEquals(
        List.of(meant.split(",", -1)), ValueCodes.of("v", CODES, ValueCodes.split(expressions)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d1",
        "d*",
        "cyx",
        "TOP()",
        "TOP(-1)",
        "TOP(0)",
        "TOP(1,9)",
        "BOTTOM(1,9)",
        "FROM(d)",
        "FROM(a1,a2)",
        "RANGE(a1)",
        "RANGE(a2,a1)",
        "MIDDLE(2)",
        "TOP(99999999999)"
      })
  void whatMeansNothingIsRefused(String expression) {
    assertThrows(Refusal.class, () -> ValueCodes.of("v", CODES, List.of(expression)));
  }

  @Test
  void aPatternOfManyStarsIsNoMoreWorkThanAnother() {
    String code = "prefer_not_to_say".repeat(3);
    String stars = "*".repeat(2_000);
    assertEquals(List.of(code), ValueCodes.of("v", List.of(code), List.of(stars + "say" + stars)));
    for (String none :
        List.of(stars + "x", "*_".repeat(1_000), "*?".repeat(26) + "*?".repeat(26))) {
      assertThrows(Refusal.class, () -> ValueCodes.of("v", List.of(code), List.of(none)));
    }
  }

  @Test
  void aListIsSplitAtItsCommasButNotInBrackets() {
    assertEquals(
        List.of("a", "TOP(1,2)", "", "b", "RANGE(a,b"),
        ValueCodes.split("a, TOP(1,2),,b,RANGE(a,b"));
    assertEquals(60_001, ValueCodes.split(",".repeat(60_000)).size());
  }
}
