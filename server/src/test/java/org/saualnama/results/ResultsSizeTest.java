package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.AnsweredDemo;
import org.saualnama.Node;

/** What a reader's phone has to load, and what it may keep. */
final class ResultsSizeTest {
  private static final int LARGEST = 250_000;
  private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void start() {
    node = AnsweredDemo.start(folder, 600);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void theWholePageIsUnder250Kilobytes(String language) throws IOException {
    byte[] page = compressed("/results/may9-kz/" + language).body();
    Matcher script = SCRIPT.matcher(unpacked(page));
    assertTrue(script.find());
    HttpResponse<byte[]> drawing = compressed(script.group(1));
    assertEquals(
        "public, max-age=31536000, immutable",
        drawing.headers().firstValue("Cache-Control").orElseThrow());
    int all = page.length + drawing.body().length;
    assertTrue(all < LARGEST, () -> page.length + " + " + drawing.body().length + " bytes");
  }

  @Test
  void whoTakesNothingCompressedGetsTheSame() throws IOException {
    String path = "/results/event-feedback/en"; // no release may come in between
    assertEquals(unpacked(compressed(path).body()), node.get(path).body());
    HttpResponse<String> refused = node.get(path, "Accept-Encoding", "gzip;q=0");
    assertEquals("", refused.headers().firstValue("Content-Encoding").orElse(""));
  }

  @Test
  void onlyTheFrameForOtherSitesMayBeFramedByThem() {
    for (String path :
        new String[] {"/results/may9-kz/en", "/results/may9-kz/en?question=feeling"}) {
      assertTrue(policy(path).endsWith("frame-ancestors 'none'"), path);
    }
    String frame = policy("/results/may9-kz/en/embed?question=feeling&collector=open");
    assertTrue(frame.endsWith("frame-ancestors *"), frame);
    assertTrue(frame.contains("script-src 'self'; connect-src 'self'; img-src blob:;"), frame);
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() {
    for (String query : new String[] {"question=nothing", "question=meaning&by=nothing"}) {
      HttpResponse<String> refused = node.get("/results/may9-kz/en?" + query);
      assertEquals(400, refused.statusCode(), query);
      assertTrue(refused.body().contains("Use one of"), refused::body);
    }
  }

  private static String policy(String path) {
    return node.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private static HttpResponse<byte[]> compressed(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(node.uri(path)).header("Accept-Encoding", "gzip").build();
    try {
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
      return response;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unpacked(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
