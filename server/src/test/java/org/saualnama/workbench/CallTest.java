package org.saualnama.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is ready to paste, and what an address of the workbench is read as. */
final class CallTest {

  @Test
  void anAddressCantEndTheStringItStandsIn() {
    Call call = new Call(URI.create("http://o'hara.example/x?question=q"), false);
    assertFalse(call.curl().replace("curl -sS '", "").replaceAll("'$", "").contains("'"));
    for (String code : List.of(call.r(), call.python())) {
      assertTrue(code.contains("\"http://o%27hara.example/x?question=q&format=csv\""), code);
    }
  }

  @Test
  void onlyTheExactDoorIsShownAToken() {
    URI address = URI.create("http://localhost/x?question=q");
    Call open = new Call(address, false);
    Call exact = new Call(address, true);
    for (String code : List.of(open.curl(), open.r(), open.python())) {
      assertFalse(code.contains("TOKEN"), code);
    }
    for (String code : List.of(exact.curl(), exact.r(), exact.python())) {
      assertTrue(code.contains("TOKEN"), code);
    }
  }

  @Test
  void whatAFormLeavesBlankIsLeftOpenAndWhatIsUnknownIsPassedOver() {
    Wish wish =
        Wish.of(
            Map.of(
                "by", List.of("", "age", "age"),
                "filter", List.of(""),
                "utm_source", List.of("x")),
            "core");
    assertEquals(new Wish("core", List.of("age"), "", "", "", ""), wish);
    assertEquals("question=core&by=age", wish.query());
  }

  @Test
  void anAddressSaysAllThatIsPicked() {
    Wish wish =
        new Wish(
            "meaning",
            List.of("age", "gender"),
            "region:KZ-75",
            "interviewer:2027-05",
            "2",
            "none");
    assertEquals(
        "question=meaning&by=age&by=gender&filter=region%3AKZ-75"
            + "&collector=interviewer%3A2027-05&release=2&weights=none",
        wish.query());
    assertEquals(
        Map.of(
            "question", List.of("meaning"),
            "by", List.of("age,gender"),
            "where.region", List.of("KZ-75"),
            "collector", List.of("interviewer:2027-05"),
            "release", List.of("2"),
            "lang", List.of("kk")),
        wish.breakdown("kk"));
  }
}
