package org.saualnama.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under one key, with a random nonce in front, over plain text padded to whole blocks
 * so that a sealed answer's length tells nothing of the answer.
 */
public final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  // One for each thread, with a key and nonce for each use: looking it up costs more than using it.
  private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Seal::aesGcm);

  private final SecretKeySpec key;
  private final int block;

  /**
   * @param key 32 bytes
   * @param block the padded plain text's length is a multiple of so many bytes
   */
  public Seal(byte[] key, int block) {
    this.key = new SecretKeySpec(key, "AES");
    this.block = block;
  }

  /** Seals {@code plain}, whose last byte must not be a space: spaces are the padding. */
  public byte[] seal(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] padded = Arrays.copyOf(plain, (plain.length + block - 1) / block * block);
    Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(padded.length));
      cipher.doFinal(padded, 0, padded.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /** What was sealed, padding included (JSON doesn't mind it); empty if it isn't from this key. */
  public Optional<byte[]> open(byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed);
      return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  private Cipher cipher(int mode, byte[] startsWithNonce) throws GeneralSecurityException {
    Cipher cipher = CIPHERS.get();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, startsWithNonce, 0, NONCE_BYTES));
    return cipher;
  }

  private static Cipher aesGcm() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }
}
