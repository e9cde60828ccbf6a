package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.WeighedFeedback;

/** Tables as they are seen by readers that others wrote. */
final class OthersReadersTest {
  private static final String TABLE =
      "/api/v1/surveys/event-feedback/breakdown?question=usefulness&by=attendance&lang=en";

  @TempDir private static Path folder;
  private static Node node;
  private static Dataset table;
  private Optional<OthersReader> reader;

  @BeforeAll
  static void start() throws IOException {
    node = WeighedFeedback.start(folder);
    table = Dataset.of(node.get(TABLE).body());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void find() {
    reader = OthersReader.find();
    assumeTrue(reader.isPresent(), "skipped: no `node`, or no `npm ci` in src/test/readers");
  }

  @Test
  void theToolkitOfJsonStatReadsEveryFigureAndStatus() throws IOException {
    byte[] body = node.get(TABLE).body().getBytes(StandardCharsets.UTF_8);
    JsonNode read = reader.orElseThrow().read("json-stat", body);
    assertEquals("dataset", read.path("class").asText());
    assertEquals(table.ids().toString(), texts(read.path("id")));
    assertEquals("metric", read.at("/role/metric/0").asText());
    JsonNode values = table.tree().path("value");
    assertEquals(values.size(), read.path("rows").size());
    int withheld = 0;
    for (int place = 0; place < values.size(); place++) {
      JsonNode row = read.path("rows").path(place);
      assertEquals(values.path(place), row.path("value"), "at " + place);
      JsonNode status = table.tree().path("status").path(Integer.toString(place));
      assertEquals(status.asText(""), row.path("status").asText("").replace("null", ""));
      withheld += status.isMissingNode() ? 0 : 1;
    }
    assertTrue(withheld > 0, "some figures must be withheld for this to show anything");
    assertEquals("In person", read.at("/labels/1/0").asText());
  }

  private static String texts(JsonNode array) {
    return array.toString().replace("\"", "").replace(",", ", ");
  }

  @Test
  void aWorkbookOpensWithItsFiguresAndNotes() throws Exception {
    JsonNode book = reader.orElseThrow().read("xlsx", bytes(TABLE + "&format=xlsx"));
    JsonNode figures = book.path(0).path("data");
    int lines = table.categories("answer").size() * table.categories("attendance").size();
    assertEquals(lines + 1, figures.size(), book::toString);
    JsonNode first = figures.path(1);
    String place = table.categories("answer").get(0);
    assertEquals(table.label("answer", place), first.path(0).asText());
    assertEquals("In person", first.path(1).asText());
    for (int metric = 0; metric < JsonStat.METRICS.size(); metric++) {
      JsonNode told = table.tree().path("value").path(metric);
      assertEquals(told.asDouble(), first.path(2 + metric).asDouble());
    }
    String notes = book.path(1).path("data").toString();
    for (String words :
        new String[] {
          "Who conducts it",
          "synthetic demonstration data",
          "Open link",
          "/results/event-feedback/en?question=usefulness&by=attendance&collector=open&release=1",
          "/api/v1/surveys/event-feedback/releases/1/bundle",
          "withheld: fewer than 10"
        }) {
      assertTrue(notes.contains(words), () -> words + " is not in " + notes);
    }
  }

  @Test
  void theSameTableIsTheSameWorkbookByteForByte() throws Exception {
    // A second apart or not: no time is in it.
    assertArrayEquals(bytes(TABLE + "&format=xlsx"), bytes(TABLE + "&format=xlsx"));
  }

  private static byte[] bytes(String path) throws IOException, InterruptedException {
    URI uri = node.uri(path);
    var response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    return response.body();
  }
}
