package org.saualnama.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the migration to protected figures makes of releases that were cut before it. */
final class WithdrawalTest {
  private static final String CUT =
      """
      INSERT INTO release
        (survey, release, version, newcomers, responses, form_languages, items, cells)
      VALUES ('lake', %d, 1, 100, 100, '{}', '{}', '{}')
      """;

  @Test
  void releasesCutBeforeAreWithdrawnWithTheirRowsAndLaterOnesAreNot() throws SQLException {
    DatabaseUrl database = TestDatabase.createEmpty();
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:migrations")
        .target("11")
        .load()
        .migrate();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO survey (survey) VALUES ('lake')");
      statement.execute("INSERT INTO survey_version VALUES ('lake', 1, '')");
      statement.execute(CUT.formatted(1));
      Migrations.run(TestDatabase.roles(database));
      statement.execute(CUT.formatted(2));

      assertEquals(
          "1",
          one(statement, "SELECT string_agg(release::text, ',') FROM release WHERE withdrawn"));
      assertEquals("", one(statement, "SELECT coalesce(to_regclass('published_row')::text, '')"));
      assertEquals("0", one(statement, "SELECT count(*) FROM published_figure"));
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
