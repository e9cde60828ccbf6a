package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saualnama.access.Access;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.slf4j.LoggerFactory;

/** A failure is found in the log by what its answer quotes, and nobody who met it is. */
final class RequestIdsTest {
  private static final String PERSONAL = "aigul-of-qostanai";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Vertx vertx = Vertx.vertx();
  private HttpVerticle server;

  @BeforeEach
  void start() throws Exception {
    log.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    log.start();
    root.addAppender(log);
    server =
        new HttpVerticle(
            "127.0.0.1",
            0,
            Optional.empty(),
            Gate.SHUT,
            Limits.NONE,
            new Traffic(),
            Doorway.OPEN,
            RequestIdsTest::mount);
    vertx.deployVerticle(server).await(1, TimeUnit.MINUTES);
  }

  private static void mount(Doors doors) {
    doors
        .post("/broken/:what", Access.ANYBODY)
        .handler(
            context -> {
              throw new IllegalStateException("a table is missing");
            });
    doors
        .post("/refused/:what", Access.ANYBODY)
        .handler(context -> context.fail(new Refusal(Reason.CONFLICT, "Not " + PERSONAL)));
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(1, TimeUnit.MINUTES);
    root.detachAppender(log);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("org.saualnama").setLevel(null);
  }

  @Test
  void aFailureQuotesWhatItsLineInTheLogIsFoundBy() throws Exception {
    HttpResponse<String> failed = post("/broken/" + PERSONAL + "?who=" + PERSONAL);
    assertEquals(500, failed.statusCode());
    String id = id(failed);
    assertTrue(failed.body().contains("\"request\":\"" + id + "\""), failed::body);
    assertFalse(failed.body().contains("table"), failed::body);
    ILoggingEvent line = logged().get(0);
    assertEquals(Level.ERROR, line.getLevel());
    String written = written(line);
    for (String part : List.of(id, "/broken/:what", "a table is missing")) {
      assertTrue(written.contains(part), written);
    }
    for (String secret : List.of(PERSONAL, "127.0.0.1", "answers", "Java-http-client")) {
      assertFalse(written.contains(secret), written);
    }
  }

  @Test
  void aRefusalIsNotLoggedUnlessSomebodyLooksForAFaultAndThenWithoutItsWords() throws Exception {
    post("/refused/" + PERSONAL);
    assertEquals(List.of(), logged());
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("org.saualnama").setLevel(Level.DEBUG);
    HttpResponse<String> refused = post("/refused/" + PERSONAL);
    ILoggingEvent line = logged().get(0);
    assertNull(line.getThrowableProxy());
    assertTrue(written(line).contains(id(refused)), written(line));
    assertTrue(written(line).contains("conflict"), written(line));
    assertFalse(written(line).contains(PERSONAL), written(line));
    assertFalse(refused.body().contains("\"request\""), refused::body);
  }

  @Test
  void everyRequestHasANameOfItsOwnWhateverTheClientWishes() throws Exception {
    String first = id(post("/nothing", RequestIds.HEADER, PERSONAL));
    String second = id(post("/nothing", RequestIds.HEADER, PERSONAL));
    assertTrue(first.matches("[0-9a-f]{16}"), first);
    assertNotEquals(first, second);
  }

  private List<ILoggingEvent> logged() {
    return List.copyOf(log.list);
  }

  private String written(ILoggingEvent line) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(log.getContext());
    encoder.start();
    return new String(encoder.encode(line), StandardCharsets.UTF_8).replace("\\/", "/");
  }

  private static String id(HttpResponse<String> response) {
    return response.headers().firstValue(RequestIds.HEADER).orElseThrow();
  }

  private HttpResponse<String> post(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(BodyPublishers.ofString("answers"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
