package org.saualnama.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.saualnama.secret.Secret;

/**
 * AES-256-GCM for the pieces of one file: the file's own salt gives its key, a piece's place gives
 * its nonce, so that no piece can be left out, moved, or taken from another file.
 */
final class PieceSeal {
  static final int PIECE_BYTES = 1 << 16;
  static final int TAG_BYTES = 16;

  private static final byte[] MARK = "Saualnama backup 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_BYTES = 32;

  /** How many bytes stand before the first piece. */
  static final int HEAD_BYTES = MARK.length + SALT_BYTES;

  private final SecretKeySpec key;
  private final Cipher cipher;
  private long place;

  PieceSeal(Secret secret, byte[] salt) {
    this.key = new SecretKeySpec(secret.key("backup", HexFormat.of().formatHex(salt)), "AES");
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  static byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  /** What a file begins with: what it is, in words, and its salt. */
  static byte[] head(byte[] salt) {
    return ByteBuffer.allocate(HEAD_BYTES).put(MARK).put(salt).array();
  }

  /** The salt in {@code head}; empty if the file is no backup of ours. */
  static Optional<byte[]> salt(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    byte[] salt = new byte[SALT_BYTES];
    if (bytes.remaining() != HEAD_BYTES
        || !ByteBuffer.wrap(MARK).equals(bytes.slice(0, MARK.length))) {
      return Optional.empty();
    }
    bytes.position(MARK.length).get(salt);
    return Optional.of(salt);
  }

  /** Seals the next piece. */
  byte[] next(byte[] plain) {
    try {
      return run(Cipher.ENCRYPT_MODE, plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /** Opens the next piece; empty if it isn't the one that was sealed at this place. */
  Optional<byte[]> open(byte[] sealed) {
    try {
      return Optional.of(run(Cipher.DECRYPT_MODE, sealed));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  private byte[] run(int mode, byte[] bytes) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(place++).array();
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
    return cipher.doFinal(bytes);
  }
}
