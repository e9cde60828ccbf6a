package org.saualnama.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.saualnama.secret.Secret;

/** The lesser of the embedded server's two roles: the one that serves. */
final class EmbeddedRole {
  static final String NAME = "saualnama";

  private EmbeddedRole() {}

  /** What it has to say; another than the owner's, so that neither leads to the other. */
  static String password(Secret secret) {
    return HexFormat.of().formatHex(secret.key("embedded-postgres-server"));
  }

  /** Makes it where it is missing, as in a folder of an earlier version. */
  static void prepare(DatabaseUrl owner, String password) {
    try (Connection connection =
            DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      String verb = exists(statement) ? "ALTER" : "CREATE";
      // Hexadecimal, so there is nothing to quote; DDL takes no parameters.
      statement.execute(
          verb
              + " ROLE "
              + NAME
              + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '"
              + password
              + "'");
    } catch (SQLException e) {
      throw new IllegalStateException("the server's role can't be made", e);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
      return rows.next();
    }
  }
}
