package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.demo.Demo;

/** A figure that was cited stays where it was. */
final class PastReleasesTest {
  private static final String TABLE =
      "/api/v1/surveys/may9-kz/breakdown?question=meaning&by=gender";

  private static final String NEWEST =
      "SELECT coalesce(max(release), -1) FROM release WHERE survey = 'may9-kz'";

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    node = Node.start(folder, TestDefs.shipped(), true);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  /** What releases told while each was the newest, by their numbers; at least two. */
  private Map<Integer, String> watch() {
    Map<Integer, String> told = new TreeMap<>();
    for (int sent = 120; told.size() < 2; sent *= 2) {
      new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), sent);
      Eventually.until(
          "the last is served",
          () -> {
            HttpResponse<String> table = node.get(TABLE);
            if (table.statusCode() == 200) {
              told.put(release(table.body()), table.body());
            }
            return told.containsKey(Integer.valueOf(node.value(NEWEST)));
          });
    }
    return told;
  }

  private static int release(String table) {
    return Dataset.of(table).tree().at("/extension/release").intValue();
  }

  @Test
  void aPastReleaseTellsByteForByteWhatItToldWhenItWasTheNewest() {
    Map<Integer, String> told = watch();
    told.forEach(
        (release, table) -> assertEquals(table, node.get(TABLE + "&release=" + release).body()));
    assertEquals(told.size(), Set.copyOf(told.values()).size(), "each tells something else");
  }

  @Test
  void aReleaseThatThereIsNotIsRefusedInWords() {
    assertEquals(404, node.get(TABLE + "&release=99").statusCode());
    for (String wrong : new String[] {"0", "-1", "x", "1.5", "99999999999"}) {
      assertEquals(400, node.get(TABLE + "&release=" + wrong).statusCode(), wrong);
    }
    assertEquals(400, node.get(TABLE + "&release=1&release=2").statusCode());
  }
}
