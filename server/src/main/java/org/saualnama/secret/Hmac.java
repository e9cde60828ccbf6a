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
    try {
      return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HMAC-SHA256 can be copied", e);
    }
  }
}
