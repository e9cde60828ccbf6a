package org.saualnama.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A connection that blocks, for commands that copy whole tables. */
public final class PlainConnection {
  private PlainConnection() {}

  /** One transaction after another, none of which commits by itself. */
  public static Connection open(DatabaseUrl database) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("user", database.user());
    settings.setProperty("password", database.password());
    // The detail of a failure may be a row.
    settings.setProperty("logServerErrorDetail", "false");
    Connection connection = DriverManager.getConnection(database.jdbcUrl(), settings);
    connection.setAutoCommit(false);
    return connection;
  }
}
