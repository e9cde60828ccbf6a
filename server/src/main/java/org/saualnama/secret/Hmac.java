package org.saualnama.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key: a fingerprint that nobody without the key can make or check. */
public final class Hmac {
  /** Has the key, and is only ever copied: looking an algorithm up costs more than using it. */
  private final Mac keyed;

  public Hmac(byte[] key) {
    try {
      keyed = Mac.getInstance("HmacSHA256");
      keyed.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
    }
  }

  /** 32 bytes for {@code text}. */
  public byte[] of(String text) {
    return copy().doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** For what comes in pieces: begins with {@code text}. */
  public Piecewise beginningWith(String text) {
    Piecewise begun = new Piecewise(copy());
    begun.add(text.getBytes(StandardCharsets.UTF_8));
    return begun;
  }

  /** A fingerprint under way. Not safe for threads. */
  public static final class Piecewise {
    private final Mac mac;

    private Piecewise(Mac mac) {
      this.mac = mac;
    }

    public void add(byte[] piece) {
      mac.update(piece);
    }

    /** 32 bytes for all that was added; once. */
    public byte[] end() {
      return mac.doFinal();
    }
  }

  private Mac copy() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HMAC-SHA256 can be copied", e);
    }
  }
}
