package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.GoldenInterviews;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.PublicOutputs;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.postgres.TestDatabase;

/**
 * The same respondents give the same bytes, whichever node is asked and however often it starts.
 */
final class SameBytesEverywhereTest {
  private static final String SURVEY = "/api/v1/surveys/golden";

  @TempDir private Path folder;

  @Test
  void ofEveryPublicOutputOnASecondNodeAndAfterARestart() throws IOException {
    Path definitions = GoldenInterviews.definitions(folder);
    Path none = Files.createDirectories(folder.resolve("none"));
    SortedMap<String, String> before;
    Node one = Node.startAmongOthers(TestDatabase.create(), folder, definitions);
    try (Node other = Node.startAmongOthers(one.database(), folder, definitions)) {
      List<Map<String, String>> rows = new GoldenInterviews().rows("");
      release(one, 1, "open", rows.subList(0, 1_500));
      release(other, 2, "open", rows.subList(1_500, 1_700));
      release(one, 3, "interviewer", rows.subList(1_700, 2_000));
      serve(3, one, other);
      before = PublicOutputs.of(one, GoldenInterviews.SURVEY);
      same(before, PublicOutputs.of(other, GoldenInterviews.SURVEY));
    } finally {
      one.close();
    }
    // What is told comes from the database alone: a third one has no definitions beside it.
    try (Node again = Node.startAmongOthers(one.database(), folder, definitions);
        Node third = Node.startAmongOthers(one.database(), folder, none)) {
      same(before, PublicOutputs.of(again, GoldenInterviews.SURVEY));
      same(before, PublicOutputs.of(third, GoldenInterviews.SURVEY));
    }
    String all = String.join("\n", before.values());
    assertTrue(before.size() > 2_000, "addresses: " + before.size());
    assertTrue(all.contains("\"weighting\":\"calibrated\""), "weighted");
    assertTrue(all.contains("\"as_of\":{\""), "some rows stand since an earlier release");
    assertTrue(all.contains("\"higher_than\""), "comparisons");
  }

  /** So that the message says where they part. */
  static void same(SortedMap<String, String> one, SortedMap<String, String> other) {
    assertEquals(one.keySet(), other.keySet());
    one.forEach((address, told) -> assertEquals(told, other.get(address), address));
  }

  private static void release(
      Node node, int number, String collector, List<Map<String, String>> rows) {
    Person sender = Person.of(node, "sender" + number, Grant.global(Role.INTERVIEWER));
    List<String> columns = new ArrayList<>(rows.get(0).keySet());
    String csv =
        rows.stream()
            .map(row -> String.join(",", row.values()))
            .collect(Collectors.joining("\n", String.join(",", columns) + "\n", "\n"));
    String path = SURVEY + "/submissions:import?ignore=id,source&collector=" + collector;
    HttpResponse<String> sent =
        node.send(
            sender.api(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    assertEquals(201, sent.statusCode(), sent::body);
    serve(number, node);
  }

  private static void serve(int release, Node... nodes) {
    for (Node node : nodes) {
      Eventually.until(
          "release " + release + " is served",
          () ->
              node.get(SURVEY + "/breakdown?question=q_role")
                  .body()
                  .contains("\"release\":" + release + ","));
    }
  }
}
