package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.WeighedFeedback;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/** The weights of a release in its microdata. */
final class WeightsInFilesTest {
  private static final String PATH =
      "/api/v1/surveys/event-feedback/microdata?format=csv&lang=en&reason=To+check+the+weights";

  private static final int COLLECTOR = 0;
  private static final int WEIGHT = 2;

  @TempDir private static Path folder;
  private static Node node;
  private static Person steward;

  @BeforeAll
  static void start() throws IOException {
    node = WeighedFeedback.start(folder);
    steward = Person.of(node, "samal", Grant.of(Role.STEWARD, WeighedFeedback.SURVEY));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Map<String, String> files(String query) throws Exception {
    return FilesTest.unzipped(
        HttpClient.newHttpClient()
            .send(steward.api(PATH + query).build(), BodyHandlers.ofByteArray())
            .body());
  }

  private static List<String[]> rows(Map<String, String> files, String collector) {
    return files
        .get("event-feedback-1-en.csv")
        .lines()
        .map(line -> line.split(",", -1))
        .filter(row -> row[COLLECTOR].equals(collector))
        .toList();
  }

  private static double sum(List<String[]> rows, String attendance) {
    return rows.stream()
        .filter(row -> row[row.length - 1].equals(attendance))
        .mapToDouble(row -> Double.parseDouble(row[WEIGHT]))
        .sum();
  }

  @Test
  void weightedSharesMeetTheMargins() throws Exception {
    for (String scheme : List.of("", "&weights=raked", "&weights=trimmed")) {
      List<String[]> rows = rows(files(scheme), "open");
      assertEquals(217, rows.size());
      double here = sum(rows, "in_person");
      assertEquals(0.6, here / (here + sum(rows, "online")), 1e-9, scheme);
    }
  }

  @Test
  void whoCouldNotBeWeightedHasNoneAndTheNotesSaySo() throws Exception {
    Map<String, String> files = files("&collector=invited,open");
    assertTrue(rows(files, "invited").stream().allMatch(row -> row[WEIGHT].isEmpty()));
    assertTrue(rows(files, "open").stream().noneMatch(row -> row[WEIGHT].isEmpty()));
    String notes = files.get("notes.txt");
    assertTrue(notes.contains("No weights could be made for: Invited people."), notes);
    assertTrue(notes.contains("calibration within bounds"), notes);
  }

  @Test
  void withoutWeightsThereIsNoSuchVariable() throws Exception {
    String header =
        files("&weights=none").get("event-feedback-1-en.csv").lines().findFirst().orElseThrow();
    assertTrue(header.startsWith("collector,release,usefulness,"), header);
  }
}
