package org.saualnama.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * An Ed25519 key (RFC 8032) that is derived from the server's secret, so that every node of an
 * installation has the same and no database has it.
 */
public final class SigningKey {
  private final KeyPair pair;

  /** The key for one purpose; see {@link Secret#key}. */
  public SigningKey(Secret secret, String... purpose) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      // The private key of Ed25519 is any 32 bytes, which the generator draws. Java has no other
      // way
      // to the public key that belongs to given ones.
      generator.initialize(NamedParameterSpec.ED25519, new Given(secret.key(purpose)));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every Java", e);
    }
  }

  /** 64 bytes, always the same for the same text. */
  public byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every Java", e);
    }
  }

  /** The public key as a PEM file, as OpenSSL reads it. */
  public byte[] publicPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return ("-----BEGIN PUBLIC KEY-----\n"
            + lines.encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Draws nothing. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] into) {
      if (into.length != bytes.length) {
        throw new IllegalStateException("the private key of Ed25519 has 32 bytes");
      }
      System.arraycopy(bytes, 0, into, 0, bytes.length);
    }
  }
}
