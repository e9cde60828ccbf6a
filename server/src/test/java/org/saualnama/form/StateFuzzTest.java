package org.saualnama.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;

/** Whatever comes back in the form's hidden field is a state or none. */
final class StateFuzzTest {
  private static final String DAY = "20260509";
  private static final Secret SECRET = secret();
  private static final StateSeal SEAL =
      new StateSeal(SECRET, () -> Instant.parse("2026-05-09T12:00:00Z"));
  private static final Seal OF_THE_DAY = new Seal(SECRET.key("form", "s", DAY), 1024);

  private static Secret secret() {
    try {
      Path folder = Files.createTempDirectory("secret");
      folder.toFile().deleteOnExit();
      return Secret.from(folder.resolve("secret"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @FuzzTest(maxDuration = "60s")
  void aFieldIsOpenedOrNot(byte[] field) {
    SEAL.open("s", new String(field, UTF_8));
  }

  /** As another release of the program may have written it. */
  @FuzzTest(maxDuration = "60s")
  void whatWasSealedIsUnderstoodOrNot(byte[] plain) {
    String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(OF_THE_DAY.seal(plain));
    SEAL.open("s", DAY + "." + sealed);
  }
}
