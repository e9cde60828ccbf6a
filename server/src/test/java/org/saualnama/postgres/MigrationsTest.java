package org.saualnama.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
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

  private static final String REFUSES_AT_COMMIT =
      """
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE 'not noted'; END $$;
      CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON flyway_schema_history
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse();
      """;

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

  /**
   * Else a kill between two commits would leave tables that the next start makes again, for ever.
   */
  @Test
  void areNotedInTheTransactionThatMakesThem() throws SQLException {
    DatabaseUrl database = TestDatabase.createEmpty();
    Migrations.run(database, "2");
    execute(database, REFUSES_AT_COMMIT);
    assertThrows(FlywayException.class, () -> Migrations.run(database, "latest"));
    assertEquals(0, count(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'release'"));
    execute(database, "DROP FUNCTION refuse CASCADE");
    Migrations.run(database, "latest");
    assertEquals(1, count(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'release'"));
  }

  private static void execute(DatabaseUrl database, String statements) throws SQLException {
    try (Connection connection = PlainConnection.open(database);
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
      connection.commit();
    }
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
