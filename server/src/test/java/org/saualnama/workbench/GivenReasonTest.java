package org.saualnama.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.secret.Secret;

/** A reason that a browser keeps holds for the session and the survey that it was given in. */
final class GivenReasonTest {
  private static final String REASON = "Өлшемдерді салыстыру";

  @TempDir private Path folder;

  @Test
  void itHoldsWhereItWasGivenAndNowhereElse() throws IOException {
    GivenReason reasons = new GivenReason(Secret.from(folder.resolve("secret")));
    String kept = reasons.kept("one", "lake", REASON);
    assertEquals(Optional.of(REASON), reasons.given("one", "lake", kept));
    assertEquals(Optional.empty(), reasons.given("two", "lake", kept));
    assertEquals(Optional.empty(), reasons.given("one", "park", kept));
  }

  @Test
  void nobodyMakesOneUp() throws IOException {
    GivenReason reasons = new GivenReason(Secret.from(folder.resolve("secret")));
    String kept = reasons.kept("one", "lake", REASON);
    String seal = kept.substring(kept.indexOf('.') + 1);
    String other = Base64.getUrlEncoder().encodeToString("some other reason".getBytes(UTF_8));
    for (String made : new String[] {other + "." + seal, other, "", ".", "?.?", "a.b.c"}) {
      assertEquals(Optional.empty(), reasons.given("one", "lake", made), made);
    }
  }
}
