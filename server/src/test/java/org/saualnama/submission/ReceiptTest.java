package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.secret.Secret;

final class ReceiptTest {
  @TempDir private Path folder;
  private Receipt.Maker receipts;

  @BeforeEach
  void makeSecret() throws Exception {
    receipts = new Receipt.Maker(Secret.from(folder.resolve("secret")));
  }

  @Test
  void theSameIdGetsTheSameReceiptAndAnotherSecretAnother() throws Exception {
    UUID id = UUID.randomUUID();
    Receipt receipt = receipts.of("may9-kz", id);
    assertEquals(receipt, receipts.of("may9-kz", id));
    assertNotEquals(receipt, receipts.of("event-feedback", id));
    Secret other = Secret.from(folder.resolve("other"));
    assertNotEquals(receipt, new Receipt.Maker(other).of("may9-kz", id));
  }

  @Test
  void itCanBeReadOutAndNoneIsLikeAnother() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String code = receipts.of("may9-kz", UUID.randomUUID()).code();
      assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"), code);
      codes.add(code);
    }
    assertEquals(10_000, codes.size());
  }
}
