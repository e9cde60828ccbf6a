package org.saualnama.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What backups and rolling upgrades count on. */
final class MigrationsTest {
  private static final String ROWS =
      """
      SELECT count(*) FROM pg_class c, query_to_xml('SELECT FROM ' || quote_ident(c.relname),
        false, false, '') AS rows
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND c.relname <> 'flyway_schema_history' AND xpath_exists('//row', rows)
      """;

  private static final String SEQUENCES = "SELECT count(*) FROM pg_class WHERE relkind = 'S'";

  /** A restore copies every table into a schema just made: what is there already would clash. */
  @Test
  void addNoRowsToAnEmptyDatabase() throws SQLException {
    assertEquals(0, count(TestDatabase.create(), ROWS));
  }

  /** A backup holds tables only. */
  @Test
  void makeNoSequence() throws SQLException {
    assertEquals(0, count(TestDatabase.create(), SEQUENCES));
  }

  private static int count(DatabaseUrl database, String query) throws SQLException {
    try (Connection connection = PlainConnection.open(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
