package org.saualnama.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saualnama.json.Json;

/** A key of a provider, and tokens signed with it. */
record Signer(String kid, String alg, KeyPair pair) {

  static Signer of(String kid, String alg) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(alg.equals("ES256") ? "EC" : "RSA");
      if (alg.equals("ES256")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2048);
      }
      return new Signer(kid, alg, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", alg);
    header.put("kid", kid);
    header.put("typ", "JWT");
    return header;
  }

  String token(Map<String, ?> claims) {
    return token(header(), claims);
  }

  String token(Map<String, ?> header, Map<String, ?> claims) {
    String signed = part(Json.write(header)) + "." + part(Json.write(claims));
    return signed + "." + part(signature(signed));
  }

  private byte[] signature(String signed) {
    try {
      Signature signature =
          Signature.getInstance(
              switch (alg) {
                case "ES256" -> "SHA256withECDSAinP1363Format";
                case "PS256" -> "RSASSA-PSS";
                default -> "SHA256withRSA";
              });
      if (alg.equals("PS256")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> jwk() {
    Map<String, Object> jwk = new LinkedHashMap<>(Map.of("kid", kid, "use", "sig", "alg", alg));
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", number(rsa.getModulus().toByteArray(), 256));
      jwk.put("e", number(rsa.getPublicExponent().toByteArray(), 3));
    } else if (pair.getPublic() instanceof ECPublicKey ec) {
      jwk.put("kty", "EC");
      jwk.put("crv", "P-256");
      jwk.put("x", number(ec.getW().getAffineX().toByteArray(), 32));
      jwk.put("y", number(ec.getW().getAffineY().toByteArray(), 32));
    }
    return jwk;
  }

  /** Unsigned, in exactly so many bytes. */
  private static String number(byte[] bytes, int length) {
    byte[] exact = new byte[length];
    int count = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - count, exact, length - count, count);
    return part(exact);
  }

  static String part(byte[] bytes) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(bytes, bytes.length));
  }
}
