package org.saualnama.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.secret.Digest;

/**
 * A pair of keys for ES256 (P-256), as JSON Web Keys (RFC 7517).
 *
 * @param kid the public key's thumbprint (RFC 7638)
 * @param publicJwk with {@code kid}, {@code use} and {@code alg}
 * @param d the private number, in base64url
 */
record SigningKey(String kid, Map<String, Object> publicJwk, String d) {
  private static final int COORDINATE_BYTES = 32;

  static SigningKey fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("P-256 is part of every Java", e);
    }
  }

  private static SigningKey of(KeyPair pair) {
    ECPublicKey point = (ECPublicKey) pair.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    // In this order its bytes are what RFC 7638 hashes.
    jwk.put("crv", "P-256");
    jwk.put("kty", "EC");
    jwk.put("x", base64(point.getW().getAffineX()));
    jwk.put("y", base64(point.getW().getAffineY()));
    String kid = base64(Digest.sha256(Json.write(jwk)));
    jwk.put("kid", kid);
    jwk.put("use", "sig");
    jwk.put("alg", "ES256");
    return new SigningKey(kid, jwk, base64(((ECPrivateKey) pair.getPrivate()).getS()));
  }

  /** Of the same length whatever its value. */
  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE_BYTES];
    byte[] tail =
        Arrays.copyOfRange(bytes, Math.max(0, bytes.length - COORDINATE_BYTES), bytes.length);
    System.arraycopy(tail, 0, padded, COORDINATE_BYTES - tail.length, tail.length);
    return base64(padded);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
