package org.saualnama.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.secret.Secret;

/** A sealed file opens to what went in, or not at all. */
final class SealingStreamTest {
  private static final int SEALED_PIECE = 4 + PieceSeal.PIECE_BYTES + PieceSeal.TAG_BYTES;

  @TempDir private Path folder;
  private Secret secret;

  @BeforeEach
  void makeSecret() throws IOException {
    secret = Secret.from(folder.resolve("secret"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void opensToWhatWentInWhateverItsLength(int length) throws IOException {
    byte[] plain = plain(length);
    assertArrayEquals(plain, open(seal(plain), secret));
  }

  @Test
  void theSameTextIsSealedDifferentlyEachTime() throws IOException {
    byte[] plain = plain(100);
    assertTrue(!Arrays.equals(seal(plain), seal(plain)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 51, 54, 55, 60_000, 70_000})
  void oneChangedByteIsRefused(int place) throws IOException {
    byte[] sealed = seal(plain(80_000));
    sealed[place] ^= 1;
    assertThrows(IOException.class, () -> open(sealed, secret));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 51, 53, 1_000, SEALED_PIECE + 51})
  void aFileThatIsCutOffIsRefused(int length) throws IOException {
    byte[] sealed = Arrays.copyOf(seal(plain(80_000)), length);
    assertThrows(IOException.class, () -> open(sealed, secret));
  }

  @Test
  void aFileThatGoesOnAfterItsEndIsRefused() throws IOException {
    byte[] sealed = seal(plain(10));
    byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
    assertThrows(IOException.class, () -> open(longer, secret));
  }

  @Test
  void piecesInAnotherOrderAreRefused() throws IOException {
    byte[] sealed = seal(plain(2 * PieceSeal.PIECE_BYTES));
    byte[] turned = sealed.clone();
    int first = PieceSeal.HEAD_BYTES;
    System.arraycopy(sealed, first, turned, first + SEALED_PIECE, SEALED_PIECE);
    System.arraycopy(sealed, first + SEALED_PIECE, turned, first, SEALED_PIECE);
    assertThrows(IOException.class, () -> open(turned, secret));
  }

  @Test
  void anotherSecretOpensNothing() throws IOException {
    Secret other = Secret.from(folder.resolve("other"));
    byte[] sealed = seal(plain(10));
    assertThrows(IOException.class, () -> open(sealed, other));
  }

  private static byte[] plain(int length) {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);
    return plain;
  }

  private byte[] seal(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealingStream stream = new SealingStream(out, secret)) {
      stream.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] open(byte[] sealed, Secret secret) throws IOException {
    try (OpeningStream stream = new OpeningStream(new ByteArrayInputStream(sealed), secret)) {
      return stream.readAllBytes();
    }
  }
}
