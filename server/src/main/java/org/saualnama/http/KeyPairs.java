package org.saualnama.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

/**
 * Whether a certificate and a key belong together, which nobody else asks before the first client.
 */
final class KeyPairs {
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

  private KeyPairs() {}

  /**
   * Fails unless {@code manager} has a pair, and its halves are one.
   *
   * @throws GeneralSecurityException saying what is wrong
   */
  static void check(KeyManager manager) throws GeneralSecurityException {
    X509KeyManager pairs = (X509KeyManager) manager;
    for (Map.Entry<String, String> kind : SIGNATURES.entrySet()) {
      String[] aliases = pairs.getServerAliases(kind.getKey(), null);
      if (aliases != null) {
        match(
            pairs.getPrivateKey(aliases[0]),
            pairs.getCertificateChain(aliases[0])[0],
            kind.getValue());
        return;
      }
    }
    throw new GeneralSecurityException("the certificate's key must be RSA or EC");
  }

  private static void match(PrivateKey key, X509Certificate certificate, String algorithm)
      throws GeneralSecurityException {
    byte[] words = "one pair".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(words);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(words);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("the key is not the certificate's");
    }
  }
}
