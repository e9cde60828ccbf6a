package org.saualnama.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate that a node shows, read anew when its files change; the same for all cores. */
public final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final Duration LOOK = Duration.ofSeconds(20);

  private final Path certificate;
  private final Path key;
  private final Duration look;
  private final AtomicBoolean watched = new AtomicBoolean();
  private volatile List<Buffer> current = List.of();

  /** Both PEM: the certificate with its chain, and its private key. */
  public Tls(Path certificate, Path key) {
    this(certificate, key, LOOK);
  }

  /** Looks at the files as often as {@code look} says. */
  Tls(Path certificate, Path key, Duration look) {
    this.certificate = certificate;
    this.key = key;
    this.look = look;
  }

  /**
   * Has a server start with it.
   *
   * @throws IllegalStateException if the files can't be used
   */
  void apply(Vertx vertx, HttpServerOptions server) {
    try {
      List<Buffer> files = read();
      ServerSSLOptions options = checked(vertx, files);
      server
          .setSsl(true)
          .setKeyCertOptions(options.getKeyCertOptions())
          .setUseAlpn(options.isUseAlpn())
          .setEnabledSecureTransportProtocols(options.getEnabledSecureTransportProtocols());
      current = files;
    } catch (Exception e) {
      throw new IllegalStateException(
          "--tls-certificate (TLS_CERTIFICATE) and --tls-key (TLS_KEY): " + e.getMessage(), e);
    }
  }

  /** Has {@code server}, and those that share its port, show each new certificate. */
  void watch(Vertx vertx, HttpServer server) {
    if (!watched.getAndSet(true)) {
      later(vertx, server);
    }
  }

  private void later(Vertx vertx, HttpServer server) {
    vertx.setTimer(look.toMillis(), timer -> look(vertx, server));
  }

  private void look(Vertx vertx, HttpServer server) {
    List<Buffer> before = current;
    vertx
        .executeBlocking(this::read)
        .compose(
            files -> {
              if (files.equals(before)) {
                return Future.succeededFuture();
              }
              // What is broken is told once, and looked at again when it has changed.
              current = files;
              return vertx
                  .executeBlocking(() -> checked(vertx, files))
                  .compose(server::updateSSLOptions)
                  .onSuccess(shown -> LOG.info("a new TLS certificate is shown from now on"));
            })
        .onFailure(
            failure ->
                LOG.warn("the TLS certificate stays the one of before: {}", failure.getMessage()))
        .onComplete(looked -> later(vertx, server));
  }

  private List<Buffer> read() throws IOException {
    return List.of(
        Buffer.buffer(Files.readAllBytes(certificate)), Buffer.buffer(Files.readAllBytes(key)));
  }

  private static ServerSSLOptions checked(Vertx vertx, List<Buffer> files) throws Exception {
    PemKeyCertOptions pair =
        new PemKeyCertOptions().setCertValue(files.get(0)).setKeyValue(files.get(1));
    KeyPairs.check(pair.getKeyManagerFactory(vertx).getKeyManagers()[0]);
    return new ServerSSLOptions()
        .setKeyCertOptions(pair)
        .setUseAlpn(true)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
  }
}
