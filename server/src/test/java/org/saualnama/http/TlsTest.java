package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Eventually;
import org.saualnama.access.Access;
import org.slf4j.LoggerFactory;

/** HTTPS by the server itself, and certificates that are replaced while it serves. */
final class TlsTest {
  /** A greeting of TLS 1.1, as a client of 2006 sends it. */
  private static final String OLD_HELLO =
      "160301002f" + "0100002b" + "0302" + "00".repeat(32) + "00" + "0004c013002f" + "0100";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final List<HttpVerticle> servers = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void itSpeaksHttp2AndTellsBrowsersToComeByHttpsOnly(String algorithm) throws Exception {
    Certificates pair = Certificates.make(folder, algorithm);
    write(pair.certificate(), pair.key());
    serve();
    HttpResponse<String> answer = get(pair, "TLSv1.3");
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
    assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
    assertEquals(
        Optional.of("max-age=31536000"), answer.headers().firstValue("Strict-Transport-Security"));
    HttpResponse<String> older = get(pair, "TLSv1.2");
    assertEquals("TLSv1.2", older.sslSession().orElseThrow().getProtocol());
  }

  @Test
  void olderProtocolsThanTls12AreRefused() throws Exception {
    Certificates pair = Certificates.make(folder, "RSA");
    write(pair.certificate(), pair.key());
    serve();
    byte[] hello = HexFormat.of().parseHex(OLD_HELLO);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(hello);
      InputStream in = socket.getInputStream();
      byte[] alert = in.readNBytes(7);
      assertEquals(21, alert[0], "an alert");
      assertEquals(70, alert[6], "protocol_version");
    }
  }

  @Test
  void aNewCertificateIsShownWithoutARestartAndABrokenOneIsNot() throws Exception {
    Certificates first = Certificates.make(folder, "RSA");
    Certificates second = Certificates.make(folder, "EC");
    write(first.certificate(), first.key());
    serve();
    assertEquals(first.x509(), shown(first, second));

    ListAppender<ILoggingEvent> log = log();
    write(second.certificate(), first.key());
    Eventually.until("it tells of halves that don't match", () -> told(log, "stays the one"));
    assertEquals(first.x509(), shown(first, second));

    write("nonsense", "nonsense");
    assertEquals(first.x509(), shown(first, second));

    write(second.certificate(), second.key());
    Eventually.until("the new one is shown", () -> isShown(second, first));
    assertEquals(HttpClient.Version.HTTP_2, get(second, "TLSv1.3").version());
  }

  @Test
  void aServerDoesNotStartWithHalvesThatDoNotMatch() throws Exception {
    write(Certificates.make(folder, "RSA").certificate(), Certificates.make(folder, "RSA").key());
    String message = assertThrows(Exception.class, this::serve).getMessage();
    assertTrue(message.contains("TLS_CERTIFICATE") && message.contains("TLS_KEY"), message);
    write("", "");
    assertTrue(assertThrows(Exception.class, this::serve).getMessage().contains("TLS_CERTIFICATE"));
  }

  private void serve() throws Exception {
    Tls tls = new Tls(file("certificate.pem"), file("key.pem"), Duration.ofMillis(20));
    Doorway doorway = new Doorway(TrustedProxies.NONE, Optional.of(tls), true);
    vertx
        .deployVerticle(
            () -> {
              HttpVerticle server =
                  new HttpVerticle(
                      "127.0.0.1",
                      0,
                      Optional.empty(),
                      Gate.SHUT,
                      Limits.NONE,
                      new Traffic(),
                      doorway,
                      TlsTest::mount);
              servers.add(server);
              return server;
            },
            new DeploymentOptions().setInstances(2))
        .await(1, TimeUnit.MINUTES);
  }

  private static void mount(Doors doors) {
    doors.get("/here", Access.ANYBODY).handler(context -> Replies.json(context, 200, Map.of()));
  }

  private int port() {
    return servers.get(0).port();
  }

  private void write(String certificate, String key) throws Exception {
    Files.writeString(file("certificate.pem"), certificate);
    Files.writeString(file("key.pem"), key);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private HttpResponse<String> get(Certificates trusted, String protocol) throws Exception {
    return get(List.of(trusted), protocol);
  }

  private HttpResponse<String> get(List<Certificates> trusted, String protocol) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(Certificates.trusting(trusted))
            .sslParameters(new SSLParameters(null, new String[] {protocol}))
            .build();
    URI address = URI.create("https://localhost:" + port() + "/here");
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private Certificate shown(Certificates... trusted) throws Exception {
    return get(List.of(trusted), "TLSv1.3").sslSession().orElseThrow().getPeerCertificates()[0];
  }

  private boolean isShown(Certificates expected, Certificates other) {
    try {
      return shown(expected, other).equals(expected.x509());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ListAppender<ILoggingEvent> log() {
    ListAppender<ILoggingEvent> list = new ListAppender<>();
    list.list = new CopyOnWriteArrayList<>();
    list.start();
    ((Logger) LoggerFactory.getLogger(Tls.class)).addAppender(list);
    return list;
  }

  private static boolean told(ListAppender<ILoggingEvent> log, String words) {
    return log.list.stream().anyMatch(event -> event.getFormattedMessage().contains(words));
  }
}
