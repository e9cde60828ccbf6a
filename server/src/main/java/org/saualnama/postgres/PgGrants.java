package org.saualnama.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Gives the server's role what serving needs and nothing else, as the owner of the tables. */
final class PgGrants {
  private static final String GRANTS = read("grants.sql");

  // Several nodes may start at once, and each gives the same.
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('grants', 0)), quote_ident(?)";

  private static final String TOO_MUCH =
      """
      SELECT pg_has_role(?, relowner, 'USAGE') OR has_schema_privilege(?, relnamespace, 'CREATE')
      FROM pg_class WHERE oid = 'audit_entry'::regclass
      """;

  private static final String CAN_REWRITE =
      "SELECT has_table_privilege(?, 'audit_entry', 'UPDATE, DELETE, TRUNCATE')";

  private PgGrants() {}

  /**
   * All of them in one transaction.
   *
   * @throws IllegalStateException if the role could take itself more
   */
  static void give(DatabaseUrl owner, String server) {
    try (Connection connection =
        DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
      connection.setAutoCommit(false);
      String quoted = text(connection, LOCK, server, 2);
      if (text(connection, TOO_MUCH, server, 1).equals("t")) {
        throw new IllegalStateException(
            "the role of DATABASE_URL owns the schema or may alter it: give the server a role of"
                + " its own (README, \"The database's roles\")");
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(GRANTS.replace(":server", quoted));
      }
      if (text(connection, CAN_REWRITE, server, 1).equals("t")) {
        throw new IllegalStateException(
            "the role of DATABASE_URL may change the audit log, by pg_write_all_data or a grant to"
                + " PUBLIC: take that back (README, \"The database's roles\")");
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the server's role can't be given its rights", e);
    }
  }

  /** The value in {@code column}, with the role for each question mark. */
  private static String text(Connection connection, String sql, String role, int column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setString(i, role);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(column);
      }
    }
  }

  private static String read(String name) {
    try (InputStream in = PgGrants.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
