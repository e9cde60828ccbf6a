package org.saualnama.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.WeighedFeedback;
import org.saualnama.json.Json;

/** A release as one signed file, checked as a reader would who doesn't trust the server. */
final class BundleTest {
  private static final String RELEASES = "/api/v1/surveys/event-feedback/releases";
  private static final String BUNDLE = RELEASES + "/1/bundle";
  private static final String BREAKDOWN =
      "/api/v1/surveys/event-feedback/breakdown?question=usefulness";

  @TempDir private static Path folder;
  @TempDir private Path disk;
  private static Node node;
  private static byte[] bundle;
  private static String table;

  @BeforeAll
  static void start() throws IOException {
    node = WeighedFeedback.start(folder);
    bundle = Unpacked.get(node, BUNDLE).body();
    table = node.get(BREAKDOWN + "&by=attendance").body();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void standardToolsFindThatItIsWholeAndSigned() throws Exception {
    Unpacked unpacked = Unpacked.of(bundle, disk);
    assertEquals("Signature Verified Successfully\n0", unpacked.checkSignature());
    assertEquals("0", unpacked.checkSums());
    List<String> listed =
        unpacked.read("SHA256SUMS").lines().map(line -> line.substring(66)).toList();
    assertEquals(unpacked.names().subList(0, unpacked.names().size() - 2), listed);
    assertArrayEquals(
        Unpacked.get(node, "/api/v1/release-key.pem").body(),
        Files.readAllBytes(disk.resolve("release-key.pem")));
  }

  @Test
  void standardToolsFindAFigureThatWasChanged() throws Exception {
    Unpacked unpacked = Unpacked.of(bundle, disk);
    Path figures = disk.resolve("figures/open/usefulness.csv");
    Files.writeString(figures, Files.readString(figures).replace("215", "915"));
    assertTrue(unpacked.checkSums().contains("figures/open/usefulness.csv: FAILED"));
    Path sums = disk.resolve("SHA256SUMS");
    String changed = unpacked.run("sha256sum", "figures/open/usefulness.csv").split("\n", -1)[0];
    Files.writeString(
        sums,
        Files.readString(sums).replaceFirst("(?m)^\\w+  figures/open/usefulness\\.csv$", changed));
    assertEquals("0", unpacked.checkSums());
    assertTrue(unpacked.checkSignature().contains("Failure"), "the list is no longer theirs");
  }

  @Test
  void itHoldsTheFiguresThatTheServerTells() throws IOException {
    Unpacked unpacked = Unpacked.of(bundle, disk);
    assertEquals(table, unpacked.read("figures/open/usefulness/by-attendance.json"));
    List<String> lines = unpacked.read("figures/open/usefulness.csv").lines().toList();
    assertTrue(
        lines
            .get(0)
            .startsWith("release,collector,question,answer,split_1,category_1,split_2,category_2"));
    // A total and two categories, of five points and a residual each.
    JsonNode told = Json.readUntrusted(table.getBytes(StandardCharsets.UTF_8));
    assertEquals(0, (lines.size() - 1) % told.path("size").path(0).intValue());
    assertTrue(Files.exists(disk.resolve("figures/interviewer_2027-05/usefulness.csv")));
    assertFalse(Files.exists(disk.resolve("figures/invited_few")), "too few to be published");
  }

  @Test
  void itSaysWhatItIsAndHowItWasMade() throws IOException {
    Unpacked unpacked = Unpacked.of(bundle, disk);
    String readme = unpacked.read("README.txt");
    for (String words : List.of("openssl pkeyutl", "Вопрос", "Сандарды", "Synthetic")) {
      assertTrue(readme.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)), words);
    }
    assertEquals(node.get(RELEASES + "/1/weighting").body(), unpacked.read("weighting.json"));
    assertTrue(unpacked.read("definition.yaml").startsWith("survey: event-feedback"));
    assertTrue(unpacked.read("labels.csv").contains("split,attendance,online,"));
    assertTrue(
        unpacked.read("release.json").contains("\"notice\":\"synthetic demonstration data\""));
  }

  @Test
  void theSameReleaseHasTheSameBytesLaterAndAtAnotherNode() throws IOException {
    WeighedFeedback.sendMore(node, folder, Map.of("open", 300));
    Eventually.until(
        "there is another release", () -> node.get(BREAKDOWN).body().contains("\"release\":2"));
    node.query(
        "INSERT INTO erratum (survey, release, erratum, texts)"
            + " VALUES ('event-feedback', 1, 1, '{\"en\": \"A slip.\"}')");
    try (Node other = Node.start(node.database(), folder, TestDefs.shipped(), true)) {
      assertArrayEquals(bundle, Unpacked.get(other, BUNDLE).body());
      byte[] second = Unpacked.get(other, RELEASES + "/2/bundle").body();
      assertArrayEquals(Unpacked.get(node, RELEASES + "/2/bundle").body(), second);
      assertNotEquals(bundle.length, second.length);
    }
  }

  @Test
  void whoHasItIsToldSo() {
    HttpResponse<byte[]> first = Unpacked.get(node, BUNDLE);
    assertEquals("application/zip", first.headers().firstValue("Content-Type").orElseThrow());
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, Unpacked.get(node, BUNDLE, "If-None-Match", etag).statusCode());
  }

  @Test
  void whatIsNoReleaseHasNone() {
    for (String number : List.of("99", "0", "first")) {
      assertEquals(404, node.get(RELEASES + "/" + number + "/bundle").statusCode(), number);
    }
  }
}
