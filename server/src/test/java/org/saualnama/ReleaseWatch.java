package org.saualnama;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.saualnama.postgres.DatabaseUrl;

/** Sees in the database whether a release is being cut, so that one can be hit. */
public final class ReleaseWatch implements AutoCloseable {
  // Holds the lock of a release, and has written something: does not only look whether it is due.
  private static final String RELEASING =
      """
      SELECT a.client_port FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND a.backend_xid IS NOT NULL
        AND a.datname = current_database()
      """;

  private final Connection connection;
  private final PreparedStatement releasing;

  public ReleaseWatch(DatabaseUrl database) throws SQLException {
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://"
                + database.host()
                + ":"
                + database.port()
                + "/"
                + database.database(),
            database.user(),
            database.password());
    releasing = connection.prepareStatement(RELEASING);
  }

  public boolean isReleasing() {
    return releasingPort().isPresent();
  }

  /** From where the node that cuts a release speaks to the database. */
  public OptionalInt releasingPort() {
    try (ResultSet result = releasing.executeQuery()) {
      return result.next() ? OptionalInt.of(result.getInt(1)) : OptionalInt.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void awaitRelease() {
    Eventually.until("a release", this::isReleasing);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
