package org.saualnama.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretTest {
  @TempDir private Path folder;

  @Test
  void isMadeOnceForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("deep/secret");
    byte[] key = Secret.from(file).key("test");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertArrayEquals(key, Secret.from(file).key("test"));
    try (var files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void nodesThatStartAtOnceAgreeOnIt() throws Exception {
    Path file = folder.resolve("secret");
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    Callable<byte[]> start = () -> Secret.from(file).key("test");
    List<Future<byte[]>> keys = nodes.invokeAll(java.util.Collections.nCopies(8, start));
    for (Future<byte[]> key : keys) {
      assertArrayEquals(keys.get(0).get(), key.get());
    }
    nodes.shutdown();
  }

  @Test
  void aFileThatOthersCanReadOrThatHoldsNoSecretIsRefused() throws Exception {
    Path open = Files.writeString(folder.resolve("open"), "0".repeat(64));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Secret.from(open))
            .getMessage()
            .contains("chmod 600"));
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-------"));
    assertThrows(IllegalArgumentException.class, () -> Secret.from(empty));
  }

  @Test
  void whatSystemdHandsOverIsTakenThoughItsModeNamesAGroup() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "0".repeat(64));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    Secret.from(file, Optional.of(folder));
    assertThrows(
        IllegalArgumentException.class,
        () -> Secret.from(file, Optional.of(folder.resolve("other"))));
  }

  @Test
  void eachPurposeHasItsOwnKey() throws Exception {
    Secret secret = Secret.from(folder.resolve("secret"));
    assertFalse(Arrays.equals(secret.key("a", "b"), secret.key("a", "c")));
    assertFalse(Arrays.equals(secret.key("ab"), secret.key("a", "b")));
    assertEquals(32, secret.key("a").length);
  }
}
