package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB reads in our Parquet files. */
final class DuckDbTest {
  @TempDir private static Path folder;

  private static List<String> ask(int times, String sql) throws IOException, SQLException {
    Path file = folder.resolve("garden-" + times + ".parquet");
    Files.write(file, Garden.file(Format.PARQUET, "kk", times));
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted("'" + file + "'"))) {
      while (rows.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.add(rows.getString(i));
        }
        lines.add(String.join("|", line.stream().map(String::valueOf).toList()));
      }
    }
    return lines;
  }

  @Test
  void everyRowIsThereWithTheDefinitionsOwnCodes() throws Exception {
    assertEquals(
        List.of(
            "open|1|KZ-75|18-39|-2|1|1|0|7|null|-31|null|often",
            "open|2|village|40plus|2|0|0|1|null|hard_to_say|null|hard_to_say|null",
            "open|3|prefer_not_to_say|null|hard_to_say|null|null|null|500|null|40|null|null",
            "open|1|village|40plus|prefer_not_to_say|null|null|null|0|null|null|null|null",
            "interviewer:2027-05|2|null|null|null|null|null|null|null|null|null|null|null"),
        ask(
            1,
            """
            SELECT collector, release, place, age, warmth, grown_apples, grown_other,
                   grown_hard_to_say, trees, trees_residual, weight_2, weight_2_residual,
                   quarrels_neighbours
            FROM %s
            """));
  }

  @Test
  void aLongFileHasSeveralGroupsOfRows() throws Exception {
    assertEquals(
        List.of("50000|5070000|10000|10000"),
        ask(
            10_000,
            """
            SELECT count(*), sum(trees), count(*) FILTER (place = 'KZ-75'), sum(grown_apples)
            FROM %s
            """));
    assertEquals(
        List.of("3"), ask(10_000, "SELECT count(DISTINCT row_group_id) FROM parquet_metadata(%s)"));
  }

  @Test
  void theCodebookIsAmongTheMetadata() throws Exception {
    String json = ask(1, "SELECT decode(value) FROM parquet_kv_metadata(%s)").get(0);
    assertEquals(true, json.contains("\"label\":\"Не өсіресіз?: Алма\""), json);
  }
}
