package org.saualnama.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real certificate for localhost and its key, made by the JDK's own tool. */
public final class Certificates {
  private static final char[] PASSWORD = "password".toCharArray();

  private final KeyStore store;

  private Certificates(KeyStore store) {
    this.store = store;
  }

  /**
   * A new pair.
   *
   * @param algorithm of the key: RSA or EC
   */
  public static Certificates make(Path folder, String algorithm) throws Exception {
    Path file = Files.createTempDirectory(folder, "store").resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    if (keytool.onExit().join().exitValue() != 0) {
      throw new IOException("keytool failed");
    }
    return new Certificates(KeyStore.getInstance(file.toFile(), PASSWORD));
  }

  public String certificate() throws GeneralSecurityException {
    return pem("CERTIFICATE", x509().getEncoded());
  }

  public String key() throws GeneralSecurityException {
    return pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded());
  }

  /** What tells it from others. */
  public X509Certificate x509() throws GeneralSecurityException {
    return (X509Certificate) store.getCertificate("server");
  }

  /** Of clients that trust all of these and nobody else. */
  public static SSLContext trusting(List<Certificates> all) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (Certificates one : all) {
      trusted.setCertificateEntry("server" + trusted.size(), one.x509());
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static String pem(String what, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }
}
